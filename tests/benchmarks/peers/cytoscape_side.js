// Cytoscape.js: its own canvas renderer, with the settings that its manual names for speed where they keep the picture.
'use strict';

function makeSide(graph) {
  const whole = fitted(graph.nodes);
  const named = landmarks(graph);
  const elements = graph.nodes.map((node, i) => ({
    data: { id: `c${i}`, name: node.name, w: node.w, h: node.h, colour: COLOURS[node.kind], fill: FILLS[node.kind] },
    position: { x: node.x, y: node.y },
    classes: named.has(i) ? 'landmark' : '',
  }));
  graph.links.forEach((link, i) => elements.push({
    data: { id: `k${i}`, source: `c${link.source}`, target: `c${link.target}`, phrase: link.phrase },
  }));
  const cy = cytoscape({
    container: document.getElementById('map'),
    elements,
    layout: { name: 'preset', fit: false },
    zoom: whole.scale,
    pan: { x: whole.x, y: whole.y },
    pixelRatio: 1,
    autoungrabify: true,
    style: [
      { selector: 'node', style: {
        shape: 'round-rectangle', width: 'data(w)', height: 'data(h)', 'background-color': 'data(fill)',
        'border-color': 'data(colour)', 'border-width': 1.5, label: 'data(name)', 'font-size': 15, 'font-weight': 600,
        'text-valign': 'center', 'text-halign': 'center', color: INK, 'min-zoomed-font-size': 6 } },
      { selector: 'node.landmark', style: { 'font-size': Math.max(15, 12 / whole.scale) } },
      { selector: 'edge', style: {
        width: Math.max(1, 1 / whole.scale), 'line-color': LINE, 'curve-style': 'straight',
        'target-arrow-shape': 'triangle', 'target-arrow-color': LINE, label: 'data(phrase)', 'font-size': 12,
        'font-style': 'italic', 'min-zoomed-font-size': 7, 'text-background-color': PAPER,
        'text-background-opacity': 1 } },
      { selector: 'node.lit', style: { 'border-width': 3 / whole.scale } },
      { selector: 'edge.lit', style: { 'line-color': COLOURS[0], 'target-arrow-color': COLOURS[0] } },
      { selector: '.faded', style: { opacity: 0.3 } },
    ],
  });
  const nodes = cy.nodes(), edges = cy.edges(), all = cy.elements();
  const homes = nodes.map((node) => ({ ...node.position() }));
  let lit = cy.collection();

  function light(focus, fade) {
    const next = focus.closedNeighborhood().union(focus.connectedEdges());
    cy.batch(() => {
      lit.removeClass('lit');
      if (fade) { lit.addClass('faded'); next.removeClass('faded'); }
      next.addClass('lit');
    });
    lit = next;
  }

  return {
    rest(near) {
      cy.batch(() => { all.removeClass('lit faded'); nodes.positions((_, i) => homes[i]); });
      lit = cy.collection();
      cy.viewport(near ? { zoom: 1, pan: { x: WIDE / 2 - homes[0].x, y: HIGH / 2 - homes[0].y } }
        : { zoom: whole.scale, pan: { x: whole.x, y: whole.y } });
    },
    redraw(i) { cy.panBy({ x: i % 2 ? 1 : -1, y: 0 }); },
    pan(i) { cy.panBy({ x: i % 8 < 4 ? 12 : -12, y: i % 8 < 4 ? 5 : -5 }); },
    near(i) { cy.panBy({ x: i % 8 < 4 ? 12 : -12, y: i % 8 < 4 ? 5 : -5 }); },
    hover(i) { light(nodes[i % nodes.length], false); },
    dim(i) {
      if (i === 0) cy.batch(() => all.addClass('faded'));
      light(edges[i % edges.length].connectedNodes(), true);
    },
    relayout(i) {
      const share = (1 - Math.cos(i / 3)) / 2;
      cy.batch(() => nodes.positions((_, k) => {
        const here = homes[k], there = homes[homes.length - 1 - k];
        return { x: here.x + (there.x - here.x) * share, y: here.y + (there.y - here.y) * share };
      }));
    },
    move(i) { this.relayout(i); },
  };
}
