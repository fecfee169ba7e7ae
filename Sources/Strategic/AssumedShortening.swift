internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Warning against how much shorter the preparation of an attack is assumed to be, with the indicators of either side of the
/// headline. Both are judged by the scenario: along the curve stands what shorter preparations would cost, between the curves what
/// blinder indicators do.
struct AssumedShortening {
  let theatre: Theatre
  let drawing: Drawing
  let request: AnnexRequest

  private static let replicates = 16

  /// One curve for each side; preparations are as long as before.
  func figures() async throws -> [Figure] {
    // both sides are needed, whichever is asked for
    let sides = theatre.compared.compactMap { request.posture($0) ?? theatre.posture($0) }
    guard sides.count == 2 else { return [] }
    let before = sides[0].laws.filter { StrategicSlice.isDuration($0.key) }
    let postures = sides.map { side in
      side.with(
        indicators: side.laws.filter {
          $0.key.isOfIndicators && !StrategicSlice.isDuration($0.key)
        }.merging(before) { $1 })
    }
    let cases = postures.flatMap { posture in
      StrategicFigures.shortenings.map { (posture, $0) }
    }
    return try await inParallel(cases.count, threads: request.threads) { index in
      let (posture, shortening) = cases[index]
      return self.figures(posture, shortening)
    }.flatMap(\.self)
  }

  private func figures(_ posture: Theatre.Posture, _ shortening: Int) -> [Figure] {
    guard
      let rung = StrategicRung(
        theatre: theatre, posture: posture, shortening: Double(shortening) / 100),
      let attack = rung.exposures.firstIndex(where: { $0.group == Purpose.attack.name })
    else { return [] }
    let each = leads(rung, attack).map { $0.sorted() }
    let all = each.joined().sorted()
    let silent = all.count { $0 == -.infinity }
    func figure(
      _ statistic: Statistic, least: Double, _ value: ([Double]) -> Double?
    ) -> Figure {
      Figure(
        FigureID(
          .region, StrategicFigures.warningIfShorter.of("\(shortening)"), of: Purpose.attack.name,
          .posture(posture.id), statistic),
        AssumedShortening.estimate(value(all), each.map(value), least: least),
        draws: all.count, absent: silent > 0 ? [Absence.noAlarm.word: silent] : [:],
        inputs: rung.model.judged)
    }
    func quantile(_ q: Double) -> (_ sorted: [Double]) -> Double? {
      { sorted in
        let value = sorted[Int((q * Double(sorted.count - 1)).rounded(.down))]
        return value.isFinite ? value.rounded() : nil
      }
    }
    return [
      figure(.p10, least: 0.5, quantile(0.1)), figure(.median, least: 0.5, quantile(0.5)),
      figure(.p90, least: 0.5, quantile(0.9)),
      figure(.noAlert, least: 0) { leads in
        Double(leads.count { $0 == -.infinity }) / Double(leads.count)
      },
    ]
  }

  /// - Parameter least: half of what is told apart at all: half a day.
  private static func estimate(
    _ value: Double?, _ replicates: [Double?], least: Double
  ) -> Estimate {
    let known = replicates.compactMap(\.self)
    guard let value, known.count == replicates.count else {
      return Estimate(value: value, low: nil, high: nil)
    }
    let half = max(least, Estimate.halfWidth(of: known))
    return Estimate(value: value, low: value - half, high: value + half)
  }

  /// Days from the alarm to the attack, replicate by replicate and draw by draw; −∞ where no alarm comes
  /// before it.
  private func leads(_ rung: StrategicRung, _ attack: Int) -> [[Double]] {
    let count = max(4, min(StrategicSlice.mostDraws, request.draws) / 4 * 4)
    let blocks = drawing.blocks(of: rung.inputs, seed: request.seed)
    return (0..<AssumedShortening.replicates).map { replicate in
      let draws = blocks(replicate, 0, count)
      var block = TimelineBlock(groups: draws.groups)
      rung.mark(attack, in: rung.world(under: draws, beside: nil), under: draws, into: &block)
      return (0..<draws.groups).flatMap { group in
        let lead = block.time(.arrived, group) - block.time(.alerted, group)
        let absence = block.absence(.alerted, group)
        return (0..<4).map { absence[$0] == 0 ? lead[$0] / 86_400 : -.infinity }
      }
    }
  }
}
