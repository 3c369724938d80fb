// d3: a force simulation, and one canvas drawn anew for every frame, as its examples do.
'use strict';

function makeSide(graph) {
  const canvas = document.createElement('canvas');
  canvas.width = WIDE;
  canvas.height = HIGH;
  document.getElementById('map').append(canvas);
  const painter = canvas.getContext('2d');
  const named = landmarks(graph);
  const { nodes, links } = graph;
  nodes.forEach((node, i) => { node.index = i; node.hub = named.has(i); node.homeX = node.x; node.homeY = node.y; });
  const touching = nodes.map(() => []);
  links.forEach((link) => { touching[link.source].push(link); touching[link.target].push(link); });
  const pairs = links.map((link) => [link.source, link.target]);
  const simulation = d3.forceSimulation(nodes)
    .force('link', d3.forceLink(links).distance(180))
    .force('charge', d3.forceManyBody().strength(-300))
    .force('x', d3.forceX(WIDE / 2).strength(0.02))
    .force('y', d3.forceY(HIGH / 2).strength(0.02))
    .stop();
  const whole = fitted(nodes);
  let view = d3.zoomIdentity.translate(whole.x, whole.y).scale(whole.scale);
  let lit = null, dimmed = false;

  function border(from, to) {
    const dx = from.x - to.x, dy = from.y - to.y;
    const share = Math.min(to.w / 2 / (Math.abs(dx) || 1e-9), to.h / 2 / (Math.abs(dy) || 1e-9), 1);
    return [to.x + dx * share, to.y + dy * share];
  }

  function visible(node) {
    const x = view.applyX(node.x), y = view.applyY(node.y), w = node.w * view.k, h = node.h * view.k;
    return x + w > 0 && x - w < WIDE && y + h > 0 && y - h < HIGH;
  }

  function drawLinks(shown, colour, width) {
    painter.strokeStyle = painter.fillStyle = colour;
    painter.lineWidth = width / view.k;
    const length = 8 / view.k;
    painter.beginPath();
    const heads = [];
    for (const link of shown) {
      const [ax, ay] = border(link.target, link.source), [bx, by] = border(link.source, link.target);
      painter.moveTo(ax, ay);
      painter.lineTo(bx, by);
      heads.push([bx, by, Math.atan2(by - ay, bx - ax)]);
    }
    painter.stroke();
    painter.beginPath();
    for (const [x, y, angle] of heads) {
      painter.moveTo(x, y);
      painter.lineTo(x - length * Math.cos(angle - 0.4), y - length * Math.sin(angle - 0.4));
      painter.lineTo(x - length * Math.cos(angle + 0.4), y - length * Math.sin(angle + 0.4));
      painter.closePath();
    }
    painter.fill();
  }

  function drawNodes(shown) {
    painter.lineWidth = 1.5 / view.k;
    painter.textAlign = 'center';
    painter.textBaseline = 'middle';
    const names = 15 * view.k >= 5.5;
    for (const node of shown) {
      painter.fillStyle = FILLS[node.kind];
      painter.strokeStyle = COLOURS[node.kind];
      painter.beginPath();
      painter.roundRect(node.x - node.w / 2, node.y - node.h / 2, node.w, node.h, 8);
      painter.fill();
      painter.stroke();
      if (names || node.hub) {
        painter.font = `600 ${names ? 15 : 12 / view.k}px sans-serif`;
        painter.fillStyle = INK;
        painter.fillText(node.name, node.x, node.y);
      }
    }
  }

  function drawPhrases(shown) {
    if (12 * view.k < 7) return;
    painter.font = 'italic 600 12px sans-serif';
    painter.textAlign = 'center';
    for (const link of shown) {
      const x = (link.source.x + link.target.x) / 2, y = (link.source.y + link.target.y) / 2;
      painter.fillStyle = PAPER;
      const w = painter.measureText(link.phrase).width;
      painter.fillRect(x - w / 2 - 3, y - 8, w + 6, 16);
      painter.fillStyle = INK;
      painter.fillText(link.phrase, x, y);
    }
  }

  function draw() {
    painter.setTransform(1, 0, 0, 1, 0, 0);
    painter.globalAlpha = 1;
    painter.fillStyle = PAPER;
    painter.fillRect(0, 0, WIDE, HIGH);
    painter.setTransform(view.k, 0, 0, view.k, view.x, view.y);
    const shownNodes = nodes.filter(visible);
    const shownLinks = links.filter((link) => visible(link.source) || visible(link.target));
    painter.globalAlpha = dimmed ? 0.3 : 1;
    drawLinks(shownLinks, LINE, 1);
    drawNodes(shownNodes);
    drawPhrases(shownLinks);
    painter.globalAlpha = 1;
    if (lit) {
      const near = new Set(lit.flatMap((i) => touching[i]).flatMap((link) => [link.source, link.target]));
      drawLinks(lit.flatMap((i) => touching[i]), COLOURS[nodes[lit[0]].kind], 2);
      drawNodes(near);
      if (dimmed) drawPhrases(lit.flatMap((i) => touching[i]));
    }
  }

  draw();
  return {
    rest(near) {
      view = near ? d3.zoomIdentity.translate(WIDE / 2, HIGH / 2).translate(-nodes[0].x, -nodes[0].y)
        : d3.zoomIdentity.translate(whole.x, whole.y).scale(whole.scale);
      lit = null;
      dimmed = false;
      draw();
    },
    redraw: draw,
    pan(i) { view = view.translate((i % 8 < 4 ? 12 : -12) / view.k, (i % 8 < 4 ? 5 : -5) / view.k); draw(); },
    near(i) { view = view.translate(i % 8 < 4 ? 12 : -12, i % 8 < 4 ? 5 : -5); draw(); },
    hover(i) { lit = [i % nodes.length]; draw(); },
    dim(i) { lit = pairs[i % pairs.length]; dimmed = true; draw(); },
    relayout(i) {
      const share = (1 - Math.cos(i / 3)) / 2;
      for (const [k, node] of nodes.entries()) {
        const other = nodes[nodes.length - 1 - k];
        node.x = node.homeX + (other.homeX - node.homeX) * share;
        node.y = node.homeY + (other.homeY - node.homeY) * share;
      }
      draw();
    },
    move() { simulation.tick(); draw(); },
  };
}
