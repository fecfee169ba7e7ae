internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Tactical
public import Theatre
internal import Timelines
public import Warnings

/// What is told of low approaches: hexagons, countries and places, never points of the plane.
extension LowStudy {
  /// Minutes below which people are counted.
  static let bounds = [5, 10, 20]

  /// Hexagons in which some point was asked for, from the north-west.
  var told: [HexGrid.Hex] { Set(asked.map { hexes.hex(plane.place($0)) }).sorted() }

  func lowLevel(_ outcomes: [Outcome], gaps: [Results.LowLevel.Gap]) -> Results.LowLevel {
    let told = told
    let people = peopleByHex()
    let country = Dictionary(
      asked.map { (hexes.hex(plane.place($0)), countryOf[$0]!) }, uniquingKeysWith: { a, _ in a })
    let corners = plane.projection.positions(told.flatMap { hexes.corners($0) })
    let hexagons = told.enumerated().map { index, hex in
      Results.LowLevel.Hexagon(
        id: "\(hex.q),\(hex.r)", country: country[hex]!,
        corners: corners[(6 * index)..<(6 * index + 6)].compactMap {
          $0.map { SIMD2($0.longitude.degrees, $0.latitude.degrees) }
        }, people: people[hex]?.values.reduce(0, +) ?? 0)
    }
    return Results.LowLevel(
      width: hexes.width / 1_000, hexagons: hexagons,
      maps: outcomes.map { outcome in
        Results.LowLevel.Map(
          posture: outcome.posture, threat: outcome.threat, variant: outcome.variant.name,
          left: told.map { outcome.left[$0] ?? .outOfReach })
      }, gaps: gaps, isSmooth: analysis.environment.terrain?.isFine != true)
  }

  /// People of towns by hexagon and country.
  private func peopleByHex() -> [HexGrid.Hex: [String: Int]] {
    let towns = analysis.environment.towns.filter { countries.contains($0.country) }
    var people: [HexGrid.Hex: [String: Int]] = [:]
    for (town, point) in zip(towns, plane.projection.project(towns.map(\.position))) {
      people[hexes.hex(point), default: [:]][town.country, default: 0] += town.population
    }
    return people
  }

  /// Figures of places and of countries.
  func figures(_ outcomes: [Outcome]) -> [Figure] {
    let theatre = analysis.scenario.theatre
    let places = theatre.places.filter { countries.contains($0.country) }
    let hexOf = plane.projection.project(places.map(\.position)).map { hexes.hex($0) }
    let people = peopleByHex()
    return outcomes.flatMap { outcome -> [Figure] in
      let inputs = inputs(of: outcome)
      func id(_ owner: String, _ quantity: String) -> String {
        Analysis.id(owner, quantity, outcome.threat, outcome.posture, outcome.variant.name)
      }
      let own = zip(places, hexOf).map { place, hex in
        warning(outcome.left[hex] ?? .outOfReach, id(place.id, "low-warning"), inputs)
      }
      let owners = countries.sorted().map { ("country-\($0.lowercased())", [$0]) }
      let shares = (owners + [("alliance", countries.sorted())]).flatMap { owner, members in
        let here = people.map { hex, all in
          (
            left: outcome.left[hex] ?? .outOfReach,
            people: members.reduce(0) { $0 + (all[$1] ?? 0) }
          )
        }
        return LowStudy.shares(here, inputs) { id(owner, $0) }
      }
      return own + shares
    }
  }

  /// Shares of the people of towns: never alerted first, then under so many minutes, those included.
  private static func shares(
    _ here: [(left: Left, people: Int)], _ inputs: [Address], _ id: (String) -> String
  ) -> [Figure] {
    let total = here.reduce(0) { $0 + $1.people }
    func value(_ counts: (Left) -> Bool) -> Double {
      Double(here.filter { counts($0.left) }.reduce(0) { $0 + $1.people }) / Double(max(1, total))
    }
    let all =
      [("low-unalerted", value { $0 == .unalerted })]
      + bounds.map { bound in ("low-under-\(bound)", value { $0.rank < bound }) }
    guard total > 0 else { return [] }
    return all.map { quantity, value in
      Figure(
        id: id(quantity), estimate: Estimate(value: value, low: value, high: value), unit: "",
        draws: samples, inputs: inputs)
    }
  }

  /// A place's figure: its hexagon's whole minutes, in seconds; no value where no alert comes first.
  private func warning(_ left: Left, _ id: String, _ inputs: [Address]) -> Figure {
    switch left {
    case .outOfReach:
      Figure(
        id: id, estimate: Estimate(value: nil, low: nil, high: nil), unit: "s", draws: 0,
        absent: ["out of reach": LowStudy.samples], inputs: inputs)
    case .unalerted:
      Figure(
        id: id, estimate: Estimate(value: nil, low: nil, high: nil), unit: "s",
        draws: LowStudy.samples, absent: ["never firm": LowStudy.samples], inputs: inputs)
    case .minutes(let minutes):
      Figure(
        id: id,
        estimate: Estimate(
          value: Double(minutes) * 60, low: Double(minutes) * 60, high: Double(minutes + 1) * 60),
        unit: "s", draws: LowStudy.samples, inputs: inputs)
    }
  }

  /// Heights above the ground at which coverage is told, m.
  static let heights = [50, 100, 300, 1_000, 3_000]

  /// Share of the countries' area over which a target at a height is in line of sight of a radar, and of
  /// two.
  func coverage(_ postures: [String], threads: Int) async throws -> [Figure] {
    var figures: [Figure] = []
    for posture in postures {
      let index = analysis.scenario.theatre.postures.firstIndex { $0.id == posture }!
      let inputs = analysis.rungs[index].inputs.declared.map(\.address).filter {
        $0.description.hasSuffix(".mast") || $0.description.hasSuffix(".relief")
      }.sorted()
      for (rank, name) in [(1, "one-radar"), (2, "two-radars")] {
        let net = try await netFloor(posture: posture, rank: rank, threads: threads) { _, _ in }
        for height in LowStudy.heights {
          let share = net.share(at: Double(height))
          figures.append(
            Figure(
              id: Analysis.id("alliance", "low-covered-\(height)m", nil, posture, name),
              estimate: Estimate(value: share, low: share, high: share), unit: "",
              draws: LowStudy.samples, inputs: inputs))
        }
      }
    }
    return figures
  }

  /// Inputs of all exposures of the class under the posture.
  private func inputs(of outcome: Outcome) -> [Address] {
    let index = analysis.scenario.theatre.postures.firstIndex { $0.id == outcome.posture }!
    let rung = analysis.rungs[index]
    let members = rung.exposures.indices.filter {
      analysis.classOf[Analysis.force(of: rung.exposures[$0])] == outcome.threat
    }
    return analysis.addresses(of: [members], rungs: [rung])
  }
}

extension LowStudy {
  /// What low approaches leave under some postures, by hexagon.
  public func lowLevel(
    postures: [String], threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Results.LowLevel {
    let outcomes = try await outcomes(postures: postures, threads: threads, progress: progress)
    return lowLevel(outcomes, gaps: gaps(outcomes))
  }
}

extension Analysis {
  /// Towns of the region that the data pack has.
  public var towns: [Environment.Town] { environment.towns }

  /// What low approaches leave under both sides of the headline question; nothing where no country has
  /// both a net of tracks and a border.
  func lowLevel(
    threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> (figures: [Figure], low: Results.LowLevel)? {
    guard let study = LowStudy(self) else { return nil }
    let asked = [
      scenario.theatre.headline.before.value, scenario.theatre.headline.after.value,
    ]
    let outcomes = try await study.outcomes(
      postures: asked, threads: threads, progress: progress)
    let coverage = try await study.coverage(asked, threads: threads)
    return (
      study.figures(outcomes) + coverage, study.lowLevel(outcomes, gaps: study.gaps(outcomes))
    )
  }
}
