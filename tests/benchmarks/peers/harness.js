// Drives one library through the gestures and posts what each frame took. Frames are pumped by hand, so that neither
// the screen's refresh nor the compositor is counted; reading one pixel back makes the browser finish its painting.
'use strict';

const asked = new URLSearchParams(location.search);
const WIDE = 1400, HIGH = 900;
const COLOURS = ['#2f6fb0', '#7a4fa3', '#b06a1f', '#b33a3a', '#2c8a57', '#8a6d3b', '#47808a', '#9a4f7d', '#5d6b7a', '#8a8a2c'];
const FILLS = ['#e3eef8', '#efe6f7', '#f8ecdc', '#f8e1e1', '#e0f3e8', '#f3ece0', '#e1eff1', '#f5e4ee', '#e8ebef', '#f1f1dc'];
const INK = '#23262b', LINE = '#9aa0a8', PAPER = '#fbfaf7';

const waiting = [];
window.requestAnimationFrame = (frame) => waiting.push(frame);
window.cancelAnimationFrame = () => {};

function pump() {
  for (const frame of waiting.splice(0)) frame(performance.now());
}

function finish() {
  for (const canvas of document.querySelectorAll('canvas')) canvas.getContext('2d').getImageData(0, 0, 1, 1);
}

function timed(work) {
  const started = performance.now();
  work();
  pump();
  finish();
  return performance.now() - started;
}

function fitted(nodes) {
  const left = Math.min(...nodes.map((n) => n.x - n.w / 2)), right = Math.max(...nodes.map((n) => n.x + n.w / 2));
  const top = Math.min(...nodes.map((n) => n.y - n.h / 2)), bottom = Math.max(...nodes.map((n) => n.y + n.h / 2));
  const scale = Math.min((WIDE - 116) / (right - left), (HIGH - 80) / (bottom - top), 1);
  return { scale, x: WIDE / 2 - ((left + right) / 2) * scale, y: HIGH / 2 - ((top + bottom) / 2) * scale };
}

// About one concept in twelve is named in a readable size although the map is far away.
function landmarks(graph) {
  const degrees = graph.nodes.map(() => 0);
  for (const link of graph.links) { degrees[link.source]++; degrees[link.target]++; }
  const order = degrees.map((_, i) => i).sort((a, b) => degrees[b] - degrees[a]);
  return new Set(order.slice(0, Math.floor(graph.nodes.length / 12)).filter((i) => degrees[i] >= 3));
}

function load(address) {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

function post(where, what) {
  return fetch(where, { method: 'POST', body: JSON.stringify(what) });
}

async function start() {
  const library = asked.get('library');
  const graph = fetch('graph.json').then((answer) => answer.json());
  await load(`lib/${library}.js`);
  await load(`${library}_side.js`);
  const side = makeSide(await graph);
  pump();
  finish();
  await post('painted', {});
  if (asked.get('runs') !== '0') await post('measured', measure(side, Number(asked.get('runs'))));
}

// Each gesture is called with a running number, so that every frame has something to do.
function measure(side, runs) {
  const measures = [];
  for (const name of ['redraw', 'pan', 'hover', 'dim', 'near', 'relayout', 'move']) {
    side.rest(name === 'near');
    pump();
    const first = timed(() => side[name](0));
    const times = [];
    const ends = performance.now() + 4000;
    while (times.length < runs && (times.length < Math.min(3, runs) || performance.now() < ends)) {
      times.push(timed(() => side[name](times.length + 1)));
    }
    times.sort((a, b) => a - b);
    measures.push({ name, median: times[times.length >> 1], worst: times[times.length - 1], first, floor: 1 });
  }
  return measures;
}

start().catch((fault) => post('failed', String((fault && fault.stack) || fault)));
