internal import Geodesy
internal import Quantities
internal import Theatre

/// From positions to pixels: the projection, its scale, the frame.
struct MapFrame {
  let projection: MapProjection
  private(set) var width: Double
  private(set) var height: Double
  /// Pixels a metre at the centre.
  private(set) var scale: Double
  private var origin: SIMD2<Double>
  private let (south, west, north, east): (Double, Double, Double, Double)

  init(_ theatre: Theatre, width: Double) {
    let r = theatre.region
    (south, west, north, east) = r
    projection = MapProjection(south: r.south, west: r.west, north: r.north, east: r.east)
    let edge = (0...20).flatMap { i -> [Position] in
      let (u, v) = (
        r.west + (r.east - r.west) * Double(i) / 20, r.south + (r.north - r.south) * Double(i) / 20
      )
      return [Position(r.south, u), Position(r.north, u), Position(v, r.west), Position(v, r.east)]
    }
    let points = projection.project(edge)
    let low = points.reduce(points[0]) { SIMD2(min($0.x, $1.x), min($0.y, $1.y)) }
    let high = points.reduce(points[0]) { SIMD2(max($0.x, $1.x), max($0.y, $1.y)) }
    // a tall region is kept on one page
    let most = 1.15 * width
    scale = min(width / (high.x - low.x), most / (high.y - low.y))
    self.width = width
    height = (high.y - low.y) * scale
    widening = width / scale / (high.x - low.x)
    origin = SIMD2(low.x - (width / scale - (high.x - low.x)) / 2, high.y)
  }

  /// How many times wider than the region the frame is.
  let widening: Double

  var box: Box { Box(.zero, SIMD2(width, height)) }

  /// A square of it around a position, and how its pixels come from those of the whole: times a factor, then moved.
  ///
  /// - Parameter width: of the square in its own pixels.
  func square(
    around middle: Position, radius: Length, width: Double
  ) -> (frame: MapFrame, factor: Double, shift: SIMD2<Double>) {
    let half = radius.metres * scale
    let corner = pixel(middle) - SIMD2(half, half)
    var square = self
    let factor = width / (2 * half)
    square.scale = scale * factor
    square.origin = SIMD2(origin.x + corner.x / scale, origin.y - corner.y / scale)
    (square.width, square.height) = (width, width)
    return (square, factor, SIMD2(-corner.x * factor, -corner.y * factor))
  }

  func pixels(_ positions: [Position]) -> [SIMD2<Double>] {
    projection.project(positions).map { point in
      // the other side of the Earth has no place on some maps: far outside the frame
      guard point.x.isFinite, point.y.isFinite else { return SIMD2(-10_000, -10_000) }
      return SIMD2((point.x - origin.x) * scale, (origin.y - point.y) * scale)
    }
  }

  /// - Parameter points: longitudes and latitudes, degrees.
  func pixels(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
    pixels(points.map { Position($0.y, $0.x) })
  }

  /// Many lines at once: a projection is dear to begin with.
  ///
  /// - Parameter lines: longitudes and latitudes, degrees.
  func pixels(of lines: [[SIMD2<Double>]]) -> [[SIMD2<Double>]] {
    let points = pixels(lines.flatMap(\.self))
    var from = 0
    return lines.map { line in
      defer { from += line.count }
      return Array(points[from..<(from + line.count)])
    }
  }

  func pixel(_ position: Position) -> SIMD2<Double> { pixels([position])[0] }

  /// The direction of north at a pixel, of length one: that of the meridian of the place that is
  /// nearest to it on a lattice of the region.
  func north(at pixel: SIMD2<Double>) -> SIMD2<Double> {
    let (height, width) = ((north - south) / 40, (east - west) / 40)
    let lattice = (0..<41 * 41).map {
      Position(south + height * Double($0 / 41), west + width * Double($0 % 41))
    }
    let apart = pixels(lattice).map { ($0 - pixel).squared }
    let p = lattice[apart.indices.min { apart[$0] < apart[$1] }!]
    let foot = min(p.latitude.degrees, 89)
    let step =
      self.pixel(Position(foot + 0.1, p.longitude.degrees))
      - self.pixel(Position(foot, p.longitude.degrees))
    return step.squared > 0 ? step / step.squared.squareRoot() : SIMD2(0, -1)
  }

  /// A path, thinned to less than a pixel, in tenths of a pixel from point to point.
  static func path(_ points: [SIMD2<Double>], closed: Bool, thinning: Double = 1) -> String {
    var kept: [SIMD2<Double>] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, index < points.count - 1,
        abs(point.x - last.x) + abs(point.y - last.y) < thinning
      {
        continue
      }
      kept.append(point)
    }
    guard kept.count > 1 else { return "" }
    let start = kept[0]
    return "M\(text(tenths(start.x))) \(text(tenths(start.y)))" + steps(kept, "l")
      + (closed ? "z" : "")
  }

  /// Areas in one path: each begins where it lies from the beginning of the one before.
  ///
  /// - Precondition: areas of two points and more.
  static func path(_ areas: [[SIMD2<Double>]]) -> String {
    precondition(areas.allSatisfy { $0.count > 1 }, "an area of one point")
    var (out, from, command) = ("", SIMD2(0.0, 0), "M")
    for area in areas {
      out += steps([from, area[0]], command) + steps(area, "l") + "z"
      (from, command) = (area[0], "m")
    }
    return out
  }

  /// From point to point, in tenths of a pixel.
  private static func steps(_ points: [SIMD2<Double>], _ command: String) -> String {
    var (x, y) = (tenths(points[0].x), tenths(points[0].y))
    var (out, last) = (command, command)
    for point in points.dropFirst() {
      let (u, v) = (tenths(point.x), tenths(point.y))
      for number in [text(u - x), text(v - y)] {
        // a minus parts two numbers, and so does the point of the second where the first has one
        let isApart =
          last == command || number.utf8.first == UInt8(ascii: "-")
          || number.utf8.first == UInt8(ascii: ".") && last.utf8.contains(UInt8(ascii: "."))
        out += isApart ? number : " \(number)"
        last = number
      }
      (x, y) = (u, v)
    }
    return out
  }

  private static func tenths(_ value: Double) -> Int {
    Int((max(-20_000, min(20_000, value)) * 10).rounded())
  }

  /// Tenths as a number, as short as SVG allows.
  private static func text(_ tenths: Int) -> String {
    let (whole, part) = (abs(tenths) / 10, abs(tenths) % 10)
    let digits = part == 0 ? "\(whole)" : "\(whole == 0 ? "" : "\(whole)").\(part)"
    return tenths < 0 ? "-\(digits)" : digits
  }
}
