"""Makes data/map/countries.json: outlines to draw behind the programme's places.

Plate carrée in tenths of a degree: x = longitude * 10, y = -latitude * 10, so that a place is put on the map without
any formula. No names and no disputed labels: a shape has an ISO code or none.
"""

import json

import npm
from common import DATA
from make_places import geonames

# Tenths of a degree by which a drawn border may leave the surveyed one.
TOLERANCE = 1.2
# Islands smaller than this many square tenths are left out, unless they are all that a country has.
LEAST_AREA = 12.0
# Antarctica is no market.
SOUTHERN_EDGE = -600

Point = tuple[int, int]


def decoded(topology: dict) -> list[list[tuple[float, float]]]:
    """The arcs in tenths of a degree."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(((x * sx + tx) * 10, -(y * sy + ty) * 10))
        arcs.append(points)
    return arcs


def thinned(points: list, tolerance: float) -> list:
    """Douglas and Peucker's line: both ends and what stands out between them."""
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        far, at = 0.0, 0
        for i in range(first + 1, last):
            px, py = points[i]
            if length > 0:
                off = abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length
            else:
                off = ((px - ax) ** 2 + (py - ay) ** 2) ** 0.5
            if off > far:
                far, at = off, i
        if far > tolerance:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def ring(arcs: list, numbers: list[int]) -> list[Point]:
    points: list = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += part[1:] if points else part
    whole: list[Point] = []
    turn, before = 0, None
    for x, y in points:
        # A ring over the date line goes on past the edge instead of running back across the map.
        if before is not None and abs(x - before) > 1800:
            turn += 3600 if x < before else -3600
        before = x
        point = (round(x) + turn, round(y))
        if not whole or whole[-1] != point:
            whole.append(point)
    if len(whole) > 1 and whole[0] == whole[-1]:
        whole.pop()
    return whole


def area(points: list) -> float:
    pairs = zip(points, points[1:] + points[:1])
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def both_edges(rings: list[list[Point]]) -> list[list[Point]]:
    """What reaches over one edge of the map is drawn at the other edge as well."""
    xs = [x for r in rings for x, _ in r]
    shift = -3600 if max(xs) > 1801 else 3600 if min(xs) < -1801 else 0
    return rings + [[(x + shift, y) for x, y in r] for r in rings] if shift else rings


def path(points: list[Point]) -> str:
    """SVG path data, absolute start and relative steps."""
    (x, y), text = points[0], []
    for nx, ny in points[1:]:
        text.append(f"{nx - x} {ny - y}")
        x, y = nx, ny
    return f"M{points[0][0]} {points[0][1]}l{' '.join(text)}z".replace(" -", "-")


def main() -> None:
    topology = npm.read_json("world-atlas", "countries-50m.json")
    codes = {int(c["isonumeric"]): c["iso"] for c in geonames("countries.json").values()}
    exact = decoded(topology)
    coarse = [thinned(arc, TOLERANCE) for arc in exact]
    shapes = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", [])
        if shape["type"] == "Polygon":
            polygons = [polygons]
        drawn, small = [], []
        for polygon in polygons:
            outer = ring(exact, polygon[0])
            if not outer or min(-y for _, y in outer) < SOUTHERN_EDGE:
                continue
            size = area(outer)
            rings = [ring(coarse, numbers) for numbers in polygon]
            rings = [r for r in rings if len(r) > 2 and area(r) > 0]
            if size >= LEAST_AREA and rings:
                drawn.append((size, rings))
            elif len(outer) > 2:
                small.append((size, [outer]))
        if not drawn and small:
            drawn = [max(small)]
        if drawn:
            drawn.sort(key=lambda item: (-item[0], item[1]))
            text = "".join(path(r) for _, rings in drawn for r in both_edges(rings))
            shapes.append({"code": codes.get(int(shape.get("id", -1))), "path": text})
    shapes.sort(key=lambda s: (s["code"] or "~", s["path"]))
    lines = ",\n".join(json.dumps(s, separators=(",", ":")) for s in shapes)
    head = '"viewBox":"-1800 -840 3600 1420","unitsPerDegree":10,'
    head += '"source":"Natural Earth 1:50m (public domain) by npm world-atlas, thinned"'
    file = DATA / "map" / "countries.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(f"{{{head},\n\"countries\":[\n{lines}\n]}}\n".encode())
    print(f"map/countries.json: {len(shapes)} shapes, {file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
