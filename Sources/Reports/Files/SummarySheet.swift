public import Findings
internal import Geodesy
internal import Quantities
internal import Scenarios
public import Theatre

/// `summary.csv`: what nine in ten readers look for, a row for each place, class of threat and posture.
public struct SummarySheet {
  private let ladder: Ladder
  private let theatre: Theatre
  /// What is told of places, row by row.
  private let rows: [Row]

  private struct Row {
    let place: Theatre.Place
    let threat: String?
    let posture: Theatre.Posture
    let told: [Sheet.Cell]
  }

  public init(_ results: Results, _ theatre: Theatre) {
    self.theatre = theatre
    let ladder = Ladder(results: results, theatre: theatre, classes: theatre.named(in: results))
    self.ladder = ladder
    let cells = SummaryCells(ladder: ladder)
    rows = theatre.places.flatMap { place in
      cells.all(place.subject).map { threat, posture, told in
        Row(place: place, threat: threat, posture: posture, told: told)
      }
    }
  }

  /// The columns of `summary.csv`.
  public static let columns = ofPlaces + asked + SummaryCells.columns

  /// Of places.
  public var places: Sheet {
    Sheet(
      "summary", "One place, one class of threat, one posture.", SummarySheet.columns,
      rows: rows.map { row in
        let place = row.place
        return [
          .text(place.id), .text(place.name), .text(place.country), .text(place.district),
          place.population > 0 ? .integer(place.population) : .empty,
          .real(place.position.latitude.degrees), .real(place.position.longitude.degrees),
        ] + asked(row.threat, row.posture) + row.told
      })
  }

  /// The same with ids in place of what places, classes and postures are.
  public var warnings: Sheet {
    Sheet(
      "warnings", "One place, one class of threat, one posture: what is told, by ids.",
      SummarySheet.ids("place", "Id of the place.") + SummaryCells.columns,
      rows: rows.map { [.text($0.place.id)] + ids($0.threat, $0.posture) + $0.told })
  }

  /// Of countries and districts: means over their people.
  public var regions: Sheet {
    let cells = SummaryCells(ladder: ladder)
    return Sheet(
      "region_summary", "One country or district, one class of threat, one posture.",
      SummarySheet.ids("region", "Id of the country or district.") + SummaryCells.columns,
      rows: theatre.regions.flatMap { region in
        cells.all(region.subject).map { [.text(region.id)] + ids($0, $1) + $2 }
      })
  }

  /// Countries and districts that are told of.
  public var groupings: Sheet {
    Sheet(
      "regions", "A country or a district with several places.",
      [
        .init("id", .text, "Id of the country or district."), .init("name", .text, "Its name."),
        .init("country", .text, "Two-letter code of its country."),
      ], rows: theatre.regions.map { [.text($0.id), .text($0.name), .text($0.country)] })
  }

  /// Classes of threat that are told of.
  public var classes: Sheet {
    Sheet(
      "classes", "A class of threat.",
      [
        .init("id", .text, "As ids carry it; any: all classes together."),
        .init("words", .text, "In words."),
      ], rows: (ladder.classes + [nil]).map { [.text($0 ?? "any"), .text(words($0))] })
  }

  // MARK: what a row is of

  private static let ofPlaces: [Sheet.Column] = [
    .init("place", .text, "Id of the place in the scenario."),
    .init("name", .text, "Its name."),
    .init("country", .text, "Two-letter code of its country."),
    .init("district", .text, "Its district."),
    .init("population", .integer, "People of the place; empty where nobody says."),
    .init("latitude", .real, "Of the town, degrees north."),
    .init("longitude", .real, "Of the town, degrees east."),
  ]

  private static func ids(_ name: String, _ sentence: String) -> [Sheet.Column] {
    [
      .init(name, .text, sentence), .init("class", .text, "Id of the class of threat."),
      .init("posture", .text, "Id of the posture."),
    ]
  }

  private func ids(_ threat: String?, _ posture: Theatre.Posture) -> [Sheet.Cell] {
    [.text(threat ?? "any"), .text(posture.id)]
  }

  private func words(_ threat: String?) -> String { threat.map(theatre.plural) ?? "any threat" }

  private static let asked: [Sheet.Column] = [
    .init("class", .text, "Class of threat; any: all classes together, the one that leaves least."),
    .init("class_words", .text, "The class in words."),
    .init("posture", .text, "Id of the posture."),
    .init("posture_title", .text, "Its title."),
    .init("as_of", .text, "The day that it describes."),
    .init(
      "status", .text,
      "reported, assessed or what-if: the least sure of what stands in it; empty where nobody says."
    ),
  ]

  private func asked(_ threat: String?, _ posture: Theatre.Posture) -> [Sheet.Cell] {
    [
      .text(threat ?? "any"), .text(words(threat)),
      .text(posture.id), .text(posture.title), .text(posture.asOf.description),
      Sheet.Cell(theatre.standing(of: posture)?.rawValue),
    ]
  }
}

extension Theatre {
  /// Classes that figures are told of, fastest first.
  fileprivate func named(in results: Results) -> [String] {
    let told = Set(
      results.figures.lazy.filter { $0.id.quantity.isKind(of: TacticalFigures.warning) }
        .compactMap(\.id.threat))
    return practice.map(\.threat).filter(told.contains)
  }
}
