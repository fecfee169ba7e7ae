public import Kernels
internal import Scenarios

/// Lands that a scenario draws itself: fictional ones, or borders that its author stands by.
public struct Outlines: Sendable {
  /// Polygons of longitude and latitude, by country code.
  public let polygons: [String: Polygon]
  /// Names as the scenario gives them, by country code.
  public let names: [String: String]

  init(_ corners: [Document.Corner]) {
    let countries = Dictionary(grouping: corners, by: \.country)
    polygons = countries.mapValues { corners in
      let rings = Dictionary(grouping: corners, by: \.ring).sorted { $0.key < $1.key }
      return Polygon(onEarth: rings.map { $0.value.map { SIMD2($0.longitude, $0.latitude) } })
    }
    names = countries.compactMapValues { $0.map(\.name).first { !$0.isEmpty } }
  }
}
