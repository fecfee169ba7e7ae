internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Tactical
internal import Theatre
internal import Timelines
internal import Warnings

/// A scenario of one place and one launch area, with the chain, the catalogue and the logs of another.
struct SmallScenario {
  /// What is played: whose chain and catalogue, without what it must not know.
  var document: Document
  private static let span = Span(file: "stage", line: 1, column: 1)

  /// - Parameters:
  ///   - precision: how far the launch may lie from its point, m.
  ///   - systems: of the catalogue; one formation of each stands at the launch area.
  init(
    _ base: Document, place: (name: String, country: String, district: String), at target: Position,
    launch: Position, precision: Double, systems: [String], on day: Day? = nil
  ) {
    let span = SmallScenario.span
    document = base
    document.places = [
      .init(
        id: "place", name: place.name, country: place.country, district: place.district,
        settlement: base.settlements[0], latitude: target.latitude.degrees,
        longitude: target.longitude.degrees, precision: 0, population: 0, source: "", span: span)
    ]
    document.sites = [
      .init(
        id: "launch", name: "launch", country: "XX", role: "base", system: "",
        latitude: launch.latitude.degrees, longitude: launch.longitude.degrees,
        precision: precision, facing: nil, source: "", span: span)
    ]
    document.formations = systems.map {
      .init(
        id: $0, name: $0, country: "XX", system: $0, site: "launch", area: 0, source: "",
        span: span)
    }
    document.postures = [
      .init(
        id: "then", title: "then", asOf: day ?? base.postures[0].asOf, present: systems, span: span)
    ]
    (document.questions, document.trials) = ([], [])
    (document.indicators, document.operations) = (nil, nil)
  }

  /// The rung of the briefing over the scenario, with draws.
  func rung(draws: Int) -> (rung: TacticalRung, draws: DrawBlock) {
    let theatre = Theatre(document)
    let survey = TacticalSurvey(theatre, Environment(terrain: nil, refractivity: nil, borders: [:]))
    let rung = TacticalRung(survey, posture: theatre.postures[0])
    return (rung, DrawBlock.drawn(for: rung.inputs, seed: 1, count: draws))
  }
}

extension TacticalRung {
  /// The marks of an exposure; nil where the place is out of reach in every draw.
  func block(_ exposure: Int, under draws: DrawBlock) -> TimelineBlock? {
    guard beyond(exposure) == nil else { return nil }
    var block = TimelineBlock(groups: draws.groups)
    mark(exposure, in: world(under: draws), under: draws, into: &block)
    return block
  }
}
