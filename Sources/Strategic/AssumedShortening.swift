internal import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Warning against how much shorter the preparation of an attack is assumed to be, with the indicators of either side of the
/// headline: along the curve is what is assumed, between the curves what is found.
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
    let leads = leads(rung, attack).sorted()
    let silent = leads.count { $0 == -.infinity }
    func figure(_ statistic: Statistic, _ value: Double?) -> Figure {
      Figure(
        FigureID(
          .region, StrategicFigures.warningIfShorter.of("\(shortening)"), of: Purpose.attack.name,
          .posture(posture.id), statistic), Estimate(value: value, low: nil, high: nil),
        draws: leads.count, absent: silent > 0 ? [Absence.noAlarm.word: silent] : [:],
        inputs: rung.model.judged)
    }
    func quantile(_ q: Double) -> Double? {
      let value = leads[Int((q * Double(leads.count - 1)).rounded(.down))]
      return value.isFinite ? value.rounded() : nil
    }
    return [
      figure(.p10, quantile(0.1)), figure(.median, quantile(0.5)), figure(.p90, quantile(0.9)),
      figure(.noAlert, Double(silent) / Double(leads.count)),
    ]
  }

  /// Days from the alarm to the attack, draw by draw; −∞ where no alarm comes before it.
  private func leads(_ rung: StrategicRung, _ attack: Int) -> [Double] {
    let count = min(StrategicSlice.mostDraws, request.draws) / 4 * 4
    let blocks = drawing.blocks(of: rung.inputs, seed: request.seed)
    var leads: [Double] = []
    for replicate in 0..<AssumedShortening.replicates {
      let draws = blocks(replicate, 0, count)
      var block = TimelineBlock(groups: draws.groups)
      rung.mark(attack, in: rung.world(under: draws, beside: nil), under: draws, into: &block)
      for group in 0..<draws.groups {
        let lead = block.time(.arrived, group) - block.time(.alerted, group)
        let absence = block.absence(.alerted, group)
        for lane in 0..<4 { leads.append(absence[lane] == 0 ? lead[lane] / 86_400 : -.infinity) }
      }
    }
    return leads
  }
}
