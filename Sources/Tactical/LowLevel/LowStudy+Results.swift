public import Findings
internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// What is told of low approaches: hexagons, countries and places, never points of the plane.
extension LowStudy {
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
      }, gaps: gaps, isSmooth: environment.terrain?.isFine != true)
  }

  /// People of towns by hexagon and country.
  private func peopleByHex() -> [HexGrid.Hex: [String: Int]] {
    let towns = environment.towns.filter { countries.contains($0.country) }
    var people: [HexGrid.Hex: [String: Int]] = [:]
    for (town, point) in zip(towns, plane.projection.project(towns.map(\.position))) {
      people[hexes.hex(point), default: [:]][town.country, default: 0] += town.population
    }
    return people
  }

  /// Figures of places and of countries.
  func figures(_ outcomes: [Outcome]) -> [Figure] {
    let places = theatre.places.filter { countries.contains($0.country) }
    let hexOf = plane.projection.project(places.map(\.position)).map { hexes.hex($0) }
    let people = peopleByHex()
    let owners: [(FigureSubject, [String])] =
      countries.sorted().map { (.country($0), [$0]) } + [(.alliance, countries.sorted())]
    return outcomes.flatMap { outcome -> [Figure] in
      let inputs = inputs(of: outcome)
      func id(_ subject: FigureSubject, _ quantity: FigureQuantity) -> FigureID {
        FigureID(
          subject, quantity, of: outcome.threat, .posture(outcome.posture),
          outcome.variant.statistic)
      }
      let own = zip(places, hexOf).map { place, hex in
        warning(
          outcome.left[hex] ?? .outOfReach, id(.place(place.id), LowFigures.warning), inputs)
      }
      let shares = owners.flatMap { owner, members in
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
    _ here: [(left: Left, people: Int)], _ inputs: [Address], _ id: (FigureQuantity) -> FigureID
  ) -> [Figure] {
    let total = here.reduce(0) { $0 + $1.people }
    guard total > 0 else { return [] }
    func figure(_ quantity: FigureQuantity, _ counts: (Left) -> Bool) -> Figure {
      let people = here.filter { counts($0.left) }.reduce(0) { $0 + $1.people }
      let value = Double(people) / Double(total)
      return Figure(
        id(quantity), Estimate(value: value, low: value, high: value), draws: samples,
        inputs: inputs)
    }
    return [figure(LowFigures.unalerted) { $0 == .unalerted }]
      + LowFigures.bounds.map { bound in
        figure(LowFigures.under.of("\(bound)")) { $0.rank < bound }
      }
  }

  /// A place's figure: its hexagon's whole minutes, in seconds; no value where no alert comes first.
  private func warning(_ left: Left, _ id: FigureID, _ inputs: [Address]) -> Figure {
    func figure(
      _ minutes: Int?, draws: Int, absent: [String: Int] = [:]
    ) -> Figure {
      let low = minutes.map { Double($0) * 60 }
      return Figure(
        id, Estimate(value: low, low: low, high: low.map { $0 + 60 }), draws: draws,
        absent: absent, inputs: inputs)
    }
    return switch left {
    case .outOfReach:
      figure(nil, draws: 0, absent: [Absence.outOfReach.word: LowStudy.samples])
    case .unalerted: figure(nil, draws: LowStudy.samples, absent: ["never firm": LowStudy.samples])
    case .minutes(let minutes): figure(minutes, draws: LowStudy.samples)
    }
  }

  /// Share of the countries' area over which a target at a height is in line of sight of a radar, and of
  /// two.
  func coverage(threads: Int) async throws -> [Figure] {
    var figures: [Figure] = []
    for (posture, rung) in rungs {
      let inputs = rung.inputs.declared.map(\.address).filter {
        $0.description.hasSuffix(".mast") || $0.description.hasSuffix(".relief")
      }.sorted()
      for (rank, statistic) in [(1, LowFigures.oneRadar), (2, LowFigures.twoRadars)] {
        let net = try await netFloor(posture: posture, rank: rank, threads: threads) { _, _ in }
        for height in LowFigures.heights {
          let share = net.share(at: Double(height))
          figures.append(
            Figure(
              FigureID(
                .alliance, LowFigures.covered.of("\(height)m"), .posture(posture), statistic),
              Estimate(value: share, low: share, high: share), draws: LowStudy.samples,
              inputs: inputs))
        }
      }
    }
    return figures
  }

  func rung(of posture: String) -> TacticalRung {
    guard let rung = rungs.first(where: { $0.posture == posture })?.rung else {
      preconditionFailure("no rung of '\(posture)' in this study")
    }
    return rung
  }

  /// Inputs of all exposures of the class under the posture.
  private func inputs(of outcome: Outcome) -> [Address] {
    let rung = rung(of: outcome.posture)
    var columns: Set<Int> = []
    for (index, exposure) in rung.exposures.enumerated() where exposure.group == outcome.threat {
      columns.formUnion(rung.columns(of: index))
    }
    return columns.map { rung.inputs.declared[$0].address }.sorted()
  }

  /// What low approaches leave under the study's postures, by hexagon.
  public func lowLevel(
    threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Results.LowLevel {
    let outcomes = try await outcomes(threads: threads, progress: progress)
    return lowLevel(outcomes, gaps: gaps(outcomes))
  }

  /// The same with figures of places, countries and coverage.
  func findings(
    threads: Int, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> AnnexFindings {
    let outcomes = try await outcomes(threads: threads, progress: progress)
    let coverage = try await coverage(threads: threads)
    return AnnexFindings(
      annexes: [lowLevel(outcomes, gaps: gaps(outcomes))],
      figures: figures(outcomes) + coverage)
  }
}
