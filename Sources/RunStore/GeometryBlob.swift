internal import Findings

/// Geometries as a GeoPackage holds them: a short head, then well-known binary, little-endian.
///
/// Source: OGC 12-128r18, GeoPackage 1.3.1, §2.1.3; OGC 06-103r4, §8.2.
enum GeometryBlob {
  /// Longitude and latitude of WGS-84.
  static let srs: Int32 = 4326

  static func bytes(_ geometry: Features.Geometry) -> [UInt8] {
    var out = Bytes()
    out.all = Array("GP".utf8) + [0]
    // little-endian, with an envelope where there is more than a point
    switch geometry {
    case .point:
      out.all.append(0b0000_0001)
      out.add(srs)
    case .polygon, .multiPolygon:
      out.all.append(0b0000_0011)
      out.add(srs)
      let (low, high) = bounds(geometry)
      for number in [low.x, high.x, low.y, high.y] { out.add(number) }
    }
    out.add(geometry)
    return out.all
  }

  /// South-west and north-east corners.
  static func bounds(_ geometry: Features.Geometry) -> (low: Features.Point, high: Features.Point) {
    let points: [Features.Point] =
      switch geometry {
      case .point(let point): [point]
      case .polygon(let rings): Array(rings.joined())
      case .multiPolygon(let polygons): Array(polygons.joined().joined())
      }
    return points.reduce(
      (Features.Point(repeating: .infinity), Features.Point(repeating: -.infinity))
    ) { (pointwiseMin($0.0, $1), pointwiseMax($0.1, $1)) }
  }

  private struct Bytes {
    var all: [UInt8] = []

    mutating func add<T>(_ value: T) {
      withUnsafeBytes(of: value) { all += $0 }
    }

    private mutating func head(_ kind: UInt32) {
      all.append(1)
      add(kind.littleEndian)
    }

    private mutating func add(_ point: Features.Point) {
      add(point.x)
      add(point.y)
    }

    private mutating func add(_ rings: [[Features.Point]]) {
      head(3)
      add(UInt32(rings.count))
      for ring in rings {
        add(UInt32(ring.count))
        for point in ring { add(point) }
      }
    }

    mutating func add(_ geometry: Features.Geometry) {
      switch geometry {
      case .point(let point):
        head(1)
        add(point)
      case .polygon(let rings): add(rings)
      case .multiPolygon(let polygons):
        head(6)
        add(UInt32(polygons.count))
        for polygon in polygons { add(polygon) }
      }
    }
  }
}
