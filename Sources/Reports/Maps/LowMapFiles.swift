public import Findings
internal import Geodesy
internal import Quantities

/// What `vedette map` writes: layers with their styles, before any program of GIS has seen them.
public struct MapLayer: Sendable {
  public let name: String
  public let features: GeoJson
  public let style: String

  public init(name: String, features: GeoJson, style: String) {
    (self.name, self.features, self.style) = (name, features, style)
  }
}

extension MapLayer {
  /// The least warning of a class by hexagon: one layer a posture, one of the change.
  ///
  /// - Parameter variant: as in a figure's statistic; the others stand in the fields beside it.
  public static func warning(
    _ low: Results.LowLevel, threat: String, before: String, after: String, variant: String
  ) -> [MapLayer] {
    let variants = ["darkest", "brightest", "darkest-with-net", "brightest-with-net"]
    func layer(
      _ name: String, style: String, _ fields: (Int) -> [(String, Json)]
    ) -> MapLayer {
      MapLayer(
        name: name,
        features: GeoJson(
          low.hexagons.indices.map { index in
            let hex = low.hexagons[index]
            return GeoJson.Feature(
              rings: [(hex.corners + [hex.corners[0]]).map { Position($0.y, $0.x) }],
              properties: [
                ("hexagon", .string(hex.id)), ("country", .string(hex.country)),
                ("people", .integer(hex.people)),
              ] + fields(index))
          }), style: style)
    }
    let out = [Results.LowLevel.Left](repeating: .outOfReach, count: low.hexagons.count)
    func left(_ posture: String, _ variant: String) -> [Results.LowLevel.Left] {
      low.map(posture, threat, variant)?.left ?? out
    }
    let words = LowScale.minutes.map { (value: $0.words, words: $0.words, fill: $0.fill) }
    let states = [("before", before), ("after", after)].map { name, posture in
      let all = variants.map { left(posture, $0) }
      let shown = left(posture, variant)
      return layer(name, style: Qml.categories(field: "class", words)) { index in
        [("posture", .string(posture)), ("class", .string(LowScale.words(shown[index])))]
          + zip(variants, all).map {
            ("minutes_" + String($0.map { $0 == "-" ? "_" : $0 }), minutes($1[index]))
          }
      }
    }
    let (a, b) = (left(before, variant), left(after, variant))
    let changes = LowScale.change.map { (value: $0.words, words: $0.words, fill: $0.fill) }
    let change = layer("change", style: Qml.categories(field: "class", changes)) { index in
      let difference: Json
      if case .minutes(let x) = a[index], case .minutes(let y) = b[index] {
        difference = .integer(y - x)
      } else {
        difference = .null
      }
      return [
        ("class", .string(LowScale.words(a[index], b[index]))), ("minutes", difference),
      ]
    }
    return states + [change]
  }

  /// −1 where the arrival comes before any alert; null where nothing reaches.
  private static func minutes(_ left: Results.LowLevel.Left) -> Json {
    switch left {
    case .outOfReach: .null
    case .unalerted: .integer(-1)
    case .minutes(let minutes): .integer(minutes)
    }
  }
}
