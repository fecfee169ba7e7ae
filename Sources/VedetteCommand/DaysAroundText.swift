import Geodesy
import Operational
import Quantities
import Reports
import Theatre

/// Towns by days, as text, JSON and GeoJSON.
struct DaysAroundText {
  private let days: DaysAround
  private let title: String
  /// Names of the most populous towns of a band that are told.
  private static let most = 8

  init(_ days: DaysAround, _ title: String) { (self.days, self.title) = (days, title) }

  var text: String {
    guard !days.towns.isEmpty else {
      return "\(title): no town of its side is known; the layer 'towns' says where they are\n"
    }
    var text =
      "\(title): days from its order until one unit (\(days.unit)) from a town has closed up, half of the draws take less; nobody else is on the way\n"
    let bands = Dictionary(grouping: days.towns) { $0.days.map { Int($0.rounded(.up)) } }
    for (band, towns) in bands.sorted(by: { ($0.key ?? .max) < ($1.key ?? .max) }) {
      let largest = towns.sorted {
        ($1.town.population, $0.town.name) < ($0.town.population, $1.town.name)
      }
      let names = largest.prefix(DaysAroundText.most).map(\.town.name)
      let more = towns.count - names.count
      text +=
        "  \(band.map { "within \($0) d" } ?? "no way"): \(names.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "")\n"
    }
    return text
  }

  private func values(_ town: DaysAround.Town) -> [(String, Json)] {
    [
      ("town", .string(town.town.name)), ("country", .string(town.town.country)),
      ("population", .integer(town.town.population)),
      ("days", town.days.map { .number(($0 * 100).rounded() / 100) } ?? .null),
    ]
  }

  var json: Json {
    .object([
      ("axis", .string(title)), ("unit", .string(days.unit)),
      ("towns", .array(days.towns.map { .object(values($0)) })),
    ])
  }

  var geojson: String {
    GeoJson(days.towns.map { GeoJson.Feature(point: $0.town.position, properties: values($0)) })
      .text
  }
}
