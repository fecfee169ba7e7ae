internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

extension AirspaceStudy {
  /// Areas of every draw, replicate by replicate, km².
  struct Areas: Sendable {
    /// What an area is of; nil is all countries together, and all systems.
    struct Key: Hashable, Sendable {
      let country, system: String?
      let level: Int
      /// By two batteries or more.
      let isTwice: Bool
    }

    fileprivate var values: [Key: [[Double]]] = [:]

    subscript(key: Key) -> [[Double]]? { values[key] }
  }

  private var levels: Range<Int> { AirspaceFigures.levels.indices }
  private var heights: [Double] { AirspaceFigures.heights.map(Double.init) }

  /// Areas under a defence; nothing of a defence without batteries is above zero.
  func areas(_ defence: Defence, seed: UInt64, draws: Int, threads: Int) async throws -> Areas {
    let supply = drawing.blocks(of: defence.inputs, seed: seed)
    let each = try await inParallel(AirspaceStudy.replicates, threads: threads) { replicate in
      areas(defence, supply(replicate, 0, draws))
    }
    return Areas(
      values: each.reduce(into: [:]) { all, replicate in
        for (key, values) in replicate { all[key, default: []].append(values) }
      })
  }

  private func areas(_ defence: Defence, _ draws: DrawBlock) -> [Areas.Key: [Double]] {
    var values: [Areas.Key: [Double]] = [:]
    for group in 0..<draws.groups {
      var all = EngagedPoints(levels: levels.count, points: points.count)
      for system in defence.systems {
        var own = EngagedPoints(levels: levels.count, points: points.count)
        for battery in defence.batteries where battery.system == system {
          own.add(battery, draws, group, at: heights)
        }
        tally(own, by: 1, of: system, into: &values)
        all.add(own)
      }
      for least in [1, 2] as [UInt8] { tally(all, by: least, of: nil, into: &values) }
    }
    return values
  }

  private func tally(
    _ engaged: EngagedPoints, by least: UInt8, of system: String?,
    into values: inout [Areas.Key: [Double]]
  ) {
    for level in levels {
      let counts = engaged.tally(
        level: level, by: least, owners: countryOf, of: countries.count)
      func add(_ country: String?, _ count: SIMD4<UInt32>) {
        let key = Areas.Key(country: country, system: system, level: level, isTwice: least > 1)
        values[key, default: []] += (0..<4).map { Double(count[$0]) * area }
      }
      add(nil, counts.reduce(.zero, &+))
      if system == nil { for (country, count) in zip(countries, counts) { add(country, count) } }
    }
  }

  // MARK: figures

  /// Ground of a country, or of all of them, as far as the region covers it, km².
  private func ground(_ country: String?) -> Double {
    let index = country.flatMap { countries.firstIndex(of: $0) }
    return area * Double(countryOf.count { index == nil ? $0 >= 0 : $0 == index })
  }

  func figures(_ areas: Areas, under defence: Defence) -> [Figure] {
    let setting = FigureSetting.posture(defence.posture)
    let inputs = defence.inputs.declared.map(\.address).sorted()
    return areas.values.keys.sorted().flatMap { key -> [Figure] in
      let values = areas[key]!
      let word = AirspaceFigures.levels[key.level]
      func figures(_ quantity: FigureQuantity, _ values: [[Double]]) -> [Figure] {
        AirspaceStudy.spread(values).map { statistic, estimate in
          Figure(
            FigureID(key.subject, quantity.of(word), of: key.system, setting, statistic), estimate,
            draws: values.reduce(0) { $0 + $1.count }, inputs: inputs)
        }
      }
      if key.isTwice { return figures(AirspaceFigures.twice, values) }
      let ground = ground(key.country)
      return figures(AirspaceFigures.engaged, values)
        + (key.system == nil && ground > 0
          ? figures(AirspaceFigures.share, values.map { $0.map { $0 / ground } }) : [])
    }
  }

  /// What changes from one defence to another, in the same draws.
  func changes(
    from before: (defence: Defence, areas: Areas), to after: (defence: Defence, areas: Areas)
  ) -> [Figure] {
    let inputs = Set(
      (before.defence.inputs.declared + after.defence.inputs.declared).map(\.address)
    ).sorted()
    let setting = FigureSetting.pair(
      before: before.defence.posture, after: after.defence.posture)
    return after.areas.values.keys.sorted().filter { $0.system == nil && !$0.isTwice }
      .flatMap { key -> [Figure] in
        let (old, new) = (before.areas[key]!, after.areas[key]!)
        let changes = zip(old, new).map { zip($0, $1).map { $1 - $0 } }
        return AirspaceStudy.spread(changes).map { statistic, estimate in
          Figure(
            FigureID(
              key.subject, AirspaceFigures.engaged.of(AirspaceFigures.levels[key.level]), setting,
              statistic), estimate, draws: changes.reduce(0) { $0 + $1.count }, inputs: inputs)
        }
      }
  }

  private static func spread(_ values: [[Double]]) -> [(Statistic, Estimate)] {
    let sorted = values.map { $0.sorted() }
    return Statistic.spread.map { ($0, Estimate.quantile($0.quantile!, of: sorted)) }
  }

  /// Under every posture that is asked for, and every pair of them that is compared.
  func findings(_ request: AnnexRequest) async throws -> AnnexFindings {
    let draws = max(4, min(request.draws, AirspaceStudy.mostDraws) / 4 * 4)
    var found: [String: (defence: Defence, areas: Areas)] = [:]
    var findings = AnnexFindings()
    for (done, (posture, _)) in request.postures.enumerated() {
      request.progress("air defence", done, request.postures.count)
      let defence = try await defence(posture, threads: request.threads)
      let areas = try await areas(
        defence, seed: request.seed, draws: draws, threads: request.threads)
      found[posture.id] = (defence, areas)
      findings.figures += figures(areas, under: defence)
      findings.inputs += zip(defence.inputs.declared, defence.inputs.units).map { input, unit in
        Results.Input(
          address: input.address, law: input.law, unit: unit,
          posture: posture.laws[input.address] == nil ? nil : posture.id)
      }
    }
    let pairs = request.ask.pairs ?? theatre.questions.map { ($0.before.value, $0.after.value) }
    for (before, after) in pairs {
      if let before = found[before], let after = found[after] {
        findings.figures += changes(from: before, to: after)
      }
    }
    request.progress("air defence", request.postures.count, request.postures.count)
    return findings
  }
}

extension AirspaceStudy.Areas.Key: Comparable {
  /// What figures of it are about.
  var subject: FigureSubject { country.map { .country($0) } ?? .region }

  static func < (a: Self, b: Self) -> Bool {
    func order(_ key: Self) -> (String, String, Int, Int) {
      (key.country ?? "", key.system ?? "", key.level, key.isTwice ? 1 : 0)
    }
    return order(a) < order(b)
  }
}
