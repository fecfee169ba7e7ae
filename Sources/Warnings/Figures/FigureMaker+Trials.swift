public import Findings
internal import Quantities
internal import Timelines

/// Claims on trial: how often each holds, and what it would take.
extension FigureMaker {
  /// Why there is no number with which a claim would hold.
  public static let any = "any number would do"
  public static let none = "no number would do"

  /// The figures of one trial; the first says how often it holds.
  public func verdict(_ index: Int) -> [Figure] {
    let trial = study.trials[index]
    let verdicts = counted.verdicts(index)
    let postures = (trial.before.map { [$0] } ?? []) + [trial.posture]
    let ids = postures.map { study.postures[$0].id }
    let setting: FigureSetting =
      ids.count == 2 ? .pair(before: ids[0], after: ids[1]) : .posture(ids[0])
    let inputs = counted.inputs(of: trial.series, under: postures)
    let quantity = study.series[trial.series.first ?? 0].fold.trial!
    let asked = verdicts.map(\.asked)
    let n = asked.reduce(0, +)
    func figure(
      _ statistic: Statistic, _ estimate: Estimate, draws: Int, absent: [String: Int]
    ) -> Figure {
      Figure(
        FigureID(.region, quantity, of: trial.id, setting, statistic), estimate, draws: draws,
        absent: absent, inputs: inputs)
    }
    let left = n < counted.total ? [Absence.outOfReach.word: counted.total - n] : [:]
    return [
      figure(.holds, Estimator.share(verdicts.map(\.holds), of: asked), draws: n, absent: left),
      figure(
        .places, Estimator.share(verdicts.map(\.satisfied), of: verdicts.map(\.reached)),
        draws: n, absent: left),
    ]
      + [Statistic.attainedByATenth, .attainedByHalf].map { statistic in
        let tallies = verdicts.map(\.attained)
        let share = trial.before == nil ? statistic.quantile! : 1 - statistic.quantile!
        let (estimate, absent) = attained(tallies, share, isFall: trial.before != nil)
        return figure(
          statistic, estimate, draws: tallies.reduce(0) { $0 + $1.reached }, absent: absent)
      }
  }

  /// The number with which a claim would hold in a share of the draws; without a value where none would do,
  /// or any.
  private func attained(
    _ tallies: [Tally], _ q: Double, isFall: Bool
  ) -> (Estimate, absent: [String: Int]) {
    let draws = tallies.reduce(0) { $0 + $1.reached }
    let unknown = Estimate(value: nil, low: nil, high: nil)
    let estimate = Estimator.quantiles([q], of: tallies)[0]
    // silence is the least there is: no fall, or a quantity below every limit
    guard let value = estimate.value else {
      return (unknown, draws > 0 ? [isFall ? FigureMaker.none : FigureMaker.any: draws] : [:])
    }
    guard value < Double(Verdict.most) * tallies[0].tick.length else {
      return (unknown, [FigureMaker.any: draws])
    }
    // a replicate in which any number would do leaves the error open
    let isBounded = tallies.allSatisfy { $0.quantile(q).map { $0 < Verdict.most } ?? true }
    return (
      isBounded ? estimate : Estimate(value: value, low: nil, high: nil), [:]
    )
  }
}
