public import Findings
internal import Quantities
internal import Timelines

/// Claims on trial: how often each holds, and where the verdict turns.
extension FigureMaker {
  /// Why there is no number with which a claim would hold.
  public static let any = "any number would do"
  public static let none = "no number would do"

  /// The figures of one trial; the first says how often it holds.
  public func verdict(_ index: Int) -> [Figure] {
    let trial = study.trials[index]
    let verdicts = counted.verdicts(index)
    let figures = TrialFigures(self, trial, verdicts)
    return [
      figures.holds(.holds, \.byPlaces),
      figures.placesThatSatisfy,
      figures.attained(.attainedByATenth, \.byPlaces),
      figures.attained(.attainedByHalf, \.byPlaces),
      figures.holds(.holdsByPeople, \.byPeople),
      figures.attained(.attainedByPeople, \.byPeople),
      figures.shareInHalf(.shareInHalf, \.byPlaces),
      figures.shareInHalf(.shareInHalfByPeople, \.byPeople),
    ]
  }

  /// Makes the figures of one trial.
  private struct TrialFigures {
    let trial: Study.Trial
    let verdicts: [Verdict]
    private let quantity: FigureQuantity
    private let setting: FigureSetting
    private let inputs: [Address]
    private let total: Int

    init(_ maker: FigureMaker, _ trial: Study.Trial, _ verdicts: [Verdict]) {
      let study = maker.study
      (self.trial, self.verdicts) = (trial, verdicts)
      let postures = (trial.before.map { [$0] } ?? []) + [trial.posture]
      let ids = postures.map { study.postures[$0].id }
      setting = ids.count == 2 ? .pair(before: ids[0], after: ids[1]) : .posture(ids[0])
      inputs = maker.counted.inputs(of: trial.series, under: postures)
      quantity = study.series[trial.series.first ?? 0].fold.trial!
      total = maker.counted.total
    }

    private func figure(
      _ statistic: Statistic, _ estimate: Estimate, draws: Int, absent: [String: Int]
    ) -> Figure {
      Figure(
        FigureID(trial.subject, quantity, of: trial.id, setting, statistic), estimate,
        draws: draws, absent: absent, inputs: inputs)
    }

    /// Over the draws in which it can be asked; the others are told.
    private func asked(
      _ statistic: Statistic, _ estimate: Estimate, _ count: KeyPath<Verdict, Verdict.Count>
    ) -> Figure {
      let draws = verdicts.reduce(0) { $0 + $1[keyPath: count].asked }
      let left = total - draws
      return figure(
        statistic, estimate, draws: draws,
        absent: left > 0 ? [Absence.outOfReach.word: left] : [:])
    }

    /// The share of the draws in which it can be asked.
    func holds(_ statistic: Statistic, _ count: KeyPath<Verdict, Verdict.Count>) -> Figure {
      let counts = verdicts.map { $0[keyPath: count] }
      return asked(
        statistic, Estimator.share(counts.map(\.holds), of: counts.map(\.asked)), count)
    }

    var placesThatSatisfy: Figure {
      asked(
        .places, Estimator.share(verdicts.map(\.satisfied), of: verdicts.map(\.reached)),
        \.byPlaces)
    }

    /// The share that satisfies it in half of the draws: what is asked of fewer holds in most.
    func shareInHalf(_ statistic: Statistic, _ count: KeyPath<Verdict, Verdict.Count>) -> Figure {
      asked(
        statistic,
        Estimator.quantiles([0.5], of: verdicts.map { $0[keyPath: count].share })[0], count)
    }

    /// The number with which it would hold in a share of the draws; without a value where none would do, or any.
    func attained(_ statistic: Statistic, _ count: KeyPath<Verdict, Verdict.Count>) -> Figure {
      let tallies = verdicts.map { $0[keyPath: count].attained }
      let isFall = trial.before != nil
      let q = isFall ? 1 - statistic.quantile! : statistic.quantile!
      let draws = tallies.reduce(0) { $0 + $1.reached }
      let unknown = Estimate(value: nil, low: nil, high: nil)
      let estimate = Estimator.quantiles([q], of: tallies)[0]
      // silence is the least there is: no fall, or a quantity below every limit
      guard let value = estimate.value else {
        return figure(
          statistic, unknown, draws: draws,
          absent: draws > 0 ? [isFall ? FigureMaker.none : FigureMaker.any: draws] : [:])
      }
      guard value < Double(Verdict.most) * tallies[0].tick.length else {
        return figure(statistic, unknown, draws: draws, absent: [FigureMaker.any: draws])
      }
      // a replicate in which any number would do leaves the error open
      let isBounded = tallies.allSatisfy { $0.quantile(q).map { $0 < Verdict.most } ?? true }
      return figure(
        statistic, isBounded ? estimate : Estimate(value: value, low: nil, high: nil),
        draws: draws, absent: [:])
    }
  }
}
