"""Other layout programs, run on the same graphs with cards of the same size."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from time import perf_counter

import numpy as np

from journey_editor.layout import DEFAULT_CARD
from journey_editor.model import Flow

from .layout_cases import Case
from .layout_measures import Drawing

_SAMPLES = 6
_INCH = 72.0

_SCRIPTS = {
    "elkjs": """
const ELK = require('elkjs'); const elk = new ELK(); const g = JSON.parse(require('fs').readFileSync(0));
const graph = {id: 'root', layoutOptions: {'elk.algorithm': 'layered', 'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL'},
  children: g.nodes.map((n, i) => ({id: 'n' + i, width: g.size[0], height: g.size[1]})),
  edges: g.edges.map((e, i) => ({id: 'e' + i, sources: ['n' + e[0]], targets: ['n' + e[1]]}))};
const start = process.hrtime.bigint();
elk.layout(graph).then(r => {
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(JSON.stringify({seconds, boxes: r.children.map(n => [n.x, n.y, n.width, n.height]),
    routes: r.edges.map(e => { const s = e.sections[0];
      return [s.startPoint, ...(s.bendPoints || []), s.endPoint].map(p => [p.x, p.y]); })}));
});""",
    "dagre": """
const dagre = require('dagre'); const g = JSON.parse(require('fs').readFileSync(0));
const graph = new dagre.graphlib.Graph(); graph.setGraph({rankdir: 'LR'}); graph.setDefaultEdgeLabel(() => ({}));
g.nodes.forEach((n, i) => graph.setNode('n' + i, {width: g.size[0], height: g.size[1]}));
g.edges.forEach(e => graph.setEdge('n' + e[0], 'n' + e[1]));
const start = process.hrtime.bigint(); dagre.layout(graph);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
console.log(JSON.stringify({seconds, boxes: g.nodes.map((n, i) => { const v = graph.node('n' + i);
    return [v.x - v.width / 2, v.y - v.height / 2, v.width, v.height]; }),
  routes: g.edges.map(e => graph.edge('n' + e[0], 'n' + e[1]).points.map(p => [p.x, p.y]))}));""",
}


def _edges(case: Case) -> np.ndarray:
    return case.ends([flow.id for flow in case.journey.all(Flow)])


def dot(case: Case, limit: float, ranked: bool = False) -> tuple[float, Drawing] | str:
    """Return dot's seconds and drawing; with `ranked`, the stages are its ranks."""
    program = shutil.which("dot")
    if program is None:
        return "not installed"
    width, height = (size / _INCH for size in DEFAULT_CARD)
    lines = ["digraph g { rankdir=LR; nodesep=0.33; ranksep=0.77;",
             f'node [shape=box, fixedsize=true, label="", width={width}, height={height}];']
    lines += [f"n{number};" for number in range(len(case.cards))]
    if ranked:
        stages = case.stages or []
        for stage in sorted(set(stages)):
            lines.append("{rank=same; " + " ".join(f"n{n}" for n, own in enumerate(stages) if own == stage) + "}")
        lines += [f"s{stage} [style=invis];" for stage in sorted(set(stages))]
        lines += [f"s{stage} -> s{stage + 1} [style=invis, weight=100];" for stage in range(max(stages))]
        lines += [f"{{rank=same; s{stage}; n{stages.index(stage)}}}" for stage in sorted(set(stages))]
    edges = _edges(case)
    lines += [f"n{source} -> n{target} [id={number}];" for number, (source, target) in enumerate(edges.tolist())]
    start = perf_counter()
    try:
        done = subprocess.run([program, "-Tjson"], input="\n".join([*lines, "}"]).encode(), capture_output=True,
                              timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return f"not done in {limit:.0f} s"
    except subprocess.CalledProcessError as error:
        return f"failed: {error.stderr.decode()[:60]}"
    seconds = perf_counter() - start
    return seconds, _read_dot(json.loads(done.stdout), len(case.cards), edges)


def _read_dot(found: dict, cards: int, edges: np.ndarray) -> Drawing:
    boxes = np.zeros((cards, 4))
    for node in found["objects"]:
        if node["name"].startswith("n"):
            x, y = map(float, node["pos"].split(","))
            boxes[int(node["name"][1:])] = (x - DEFAULT_CARD[0] / 2, y - DEFAULT_CARD[1] / 2, *DEFAULT_CARD)
    routes: list[np.ndarray] = [np.zeros((0, 2))] * len(edges)
    for edge in found["edges"]:
        if edge.get("style") == "invis":
            continue
        pieces = [_curve(piece) for piece in edge["pos"].split(";")]
        routes[int(edge["id"])] = np.concatenate(pieces)
    offsets = np.concatenate([[0], np.cumsum([len(route) for route in routes])])
    return Drawing(boxes, np.concatenate(routes), offsets, edges)


def _curve(text: str) -> np.ndarray:
    """Return points on a spline as dot writes it: control points, after perhaps an end and a start."""
    words = text.split()
    tip = [list(map(float, word[2:].split(","))) for word in words if word.startswith("e,")]
    points = np.array([list(map(float, word.split(","))) for word in words if word[1] != ","])
    t = np.linspace(0, 1, _SAMPLES + 1)[1:, None]
    found = [points[:1]]
    for at in range(0, len(points) - 3, 3):
        a, b, c, d = points[at:at + 4]
        found.append((1 - t)**3 * a + 3 * (1 - t)**2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d)
    return np.concatenate([*found, np.array(tip).reshape(-1, 2)])


def node(name: str, case: Case, limit: float) -> tuple[float, Drawing] | str:
    """Return the seconds and the drawing of a library that runs in Node."""
    folder = os.environ.get("JOURNEY_BENCH_NODE", "")
    program = shutil.which("node")
    if program is None or not os.path.isdir(os.path.join(folder, "node_modules", name)):
        return "not installed"
    edges = _edges(case)
    given = json.dumps({"nodes": [0] * len(case.cards), "edges": edges.tolist(), "size": DEFAULT_CARD})
    try:
        done = subprocess.run([program, "--stack-size=60000", "-e", _SCRIPTS[name]], input=given.encode(), cwd=folder,
                              capture_output=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return f"not done in {limit:.0f} s"
    except subprocess.CalledProcessError as error:
        return f"failed: {error.stderr.decode().strip().splitlines()[-1][:60] if error.stderr else error.returncode}"
    found = json.loads(done.stdout)
    routes = [np.array(route, dtype=float).reshape(-1, 2) for route in found["routes"]]
    offsets = np.concatenate([[0], np.cumsum([len(route) for route in routes])])
    return found["seconds"], Drawing(np.array(found["boxes"]), np.concatenate(routes), offsets, edges)
