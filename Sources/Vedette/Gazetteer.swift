public import Datasets
internal import Geodesy
internal import Quantities
internal import Theatre

extension Scenario {
  /// What the data pack says against it, one sentence each; layers that are not installed say nothing.
  public func doubts(_ pack: DataPack) -> [String] {
    Gazetteer.doubts(theatre, pack) + Footings.doubts(theatre, try? terrain(pack))
  }
}

/// Places held against the towns and airfields of the data pack: swapped or mistyped coordinates.
enum Gazetteer {
  /// Farther than this from its namesake a place is doubted.
  static let farthest: Length = .kilometres(15)

  /// One sentence a doubtful place; empty when the layers are not installed.
  static func doubts(_ theatre: Theatre, _ pack: DataPack) -> [String] {
    let towns = entries(pack, "towns", name: 1, country: 2, latitude: 3, longitude: 4)
    let airfields = entries(pack, "airfields", name: 0, country: 5, latitude: 7, longitude: 8)
    return theatre.places.compactMap { place in
      let isAirport = place.name.hasSuffix("airport")
      let pool = (isAirport ? airfields : towns).filter {
        $0.country == place.country && (isAirport || $0.name == place.name)
      }
      let nearest = pool.map { ($0.name, Geodesic.distance(from: $0.position, to: place.position)) }
        .min { $0.1 < $1.1 }
      guard let (name, distance) = nearest, distance > farthest else { return nil }
      return "place \(place.id) is \(Int(distance.kilometres)) km from \(name), the nearest "
        + (isAirport ? "airfield" : "town of that name") + " in \(place.country)"
    }
  }

  private struct Entry {
    let name, country: String
    let position: Position
  }

  private static func entries(
    _ pack: DataPack, _ layer: String, name: Int, country: Int, latitude: Int, longitude: Int
  ) -> [Entry] {
    guard let table = try? pack.table(layer) else { return [] }
    return table.rows.compactMap { row in
      guard let y = Double(row[latitude].text), let x = Double(row[longitude].text) else {
        return nil
      }
      return Entry(name: row[name].text, country: row[country].text, position: Position(y, x))
    }
  }
}
