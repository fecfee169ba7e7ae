internal import Kernels
public import Quantities
public import Scenarios
public import Theatre
public import Timelines

/// The inputs of the strategic rung under one posture, declared.
public struct IndicatorModel: Sendable {
  public let indicators: Document.Indicators
  public let inputs: Inputs
  let onset: [Purpose: Input<Ratio>]
  let lasts: [Purpose: Input<TimeSpan>]
  let escalates, calledOff, staged: Input<Ratio>
  let ascertainment, falseReports: [Input<Ratio>]
  let delay: [Input<TimeSpan>]
  /// Family by family or value by value, five purposes each.
  let rates, medians: [Input<Ratio>]
  /// Chance inside made-up histories, one a purpose.
  let history: [Input<Ratio>]
  /// Weight of a feed's reports where histories are made up.
  let weights: [Double]
  /// Family and value by indicator code.
  let familyOf: [String: Int]
  let valueOf: [String: Int]
  /// Values by family.
  let valuesOf: [[Int]]
  let factors: [Double]
  /// By how much of its length the preparation of an attack is taken to be shorter.
  private let shortening: Double

  /// - Parameter shortening: from 0 to below 1; what if the preparation of an attack took so much less time.
  /// - Returns: nil for a scenario without `indicators.yaml`.
  public init?(_ theatre: Theatre, posture: Theatre.Posture, shortening: Double = 0) {
    precondition(0..<1 ~= shortening, "a preparation of no time")
    guard let indicators = theatre.indicators else { return nil }
    (self.indicators, self.shortening) = (indicators, shortening)
    var declare = Declarations(theatre: theatre, posture: posture)
    func address(_ parts: String...) -> Address {
      Address("indicator", parts[0], parts.dropFirst().joined(separator: "."))
    }
    var (onset, lasts) = ([Purpose: Input<Ratio>](), [Purpose: Input<TimeSpan>]())
    for purpose in Purpose.allCases where purpose != .routine {
      onset[purpose] = declare.input(address("purpose", purpose.name, "onset"))
      lasts[purpose] = declare.input(address("purpose", purpose.name, "duration"))
    }
    (self.onset, self.lasts) = (onset, lasts)
    escalates = declare.input(address("purpose", "coercion", "escalates"))
    calledOff = declare.input(address("purpose", "attack", "called_off"))
    staged = declare.input(address("staged", "share"))
    ascertainment = indicators.feeds.map {
      declare.input(address("feed", $0.id, "ascertainment"))
    }
    falseReports = indicators.feeds.map {
      declare.input(address("feed", $0.id, "false_reports"))
    }
    delay = indicators.feeds.map { declare.input(address("feed", $0.id, "delay")) }
    rates = indicators.families.flatMap { family in
      Purpose.allCases.map { declare.input(address("rate", family.id, $0.name)) }
    }
    medians = indicators.values.flatMap { value in
      Purpose.allCases.map { declare.input(address("value", value.id, $0.name)) }
    }
    history = Purpose.allCases.map {
      declare.own(
        address("history", $0.name), Law(.chance, .uniform(low: 0, high: 1)))
    }
    inputs = declare.inputs
    let grades = theatre.bibliography.grades
    weights = indicators.feeds.map { grades.weight($0.reliability, $0.credibility) }
    familyOf = Dictionary(
      indicators.families.enumerated().flatMap { index, family in
        family.codes.map { ($0.value, index) }
      }, uniquingKeysWith: { a, _ in a })
    valueOf = Dictionary(
      indicators.values.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    valuesOf = indicators.families.map { family in
      indicators.values.indices.filter { index in
        family.codes.contains { $0.value == indicators.values[index].id }
      }
    }
    factors = indicators.values.map(\.factor)
  }

  /// The posterior from which an alarm is worth its cost: 1 / (1 + ratio).
  public func threshold(_ purpose: Purpose) -> Double {
    1 / (1 + indicators.setting(purpose == .coercion ? "coercion_cost_ratio" : "cost_ratio"))
  }

  /// What the analysts draw: every input but the chance inside made-up histories, in order.
  public var judged: [Address] {
    inputs.declared.map(\.address).filter {
      !$0.description.hasPrefix("indicator.history.")
    }.sorted()
  }

  /// Inputs drawn at their likely values in every lane: one analyst who is sure of everything.
  public var likely: DrawBlock {
    DrawBlock(
      replicate: 0, first: 0, count: 4,
      values: inputs.declared.map { Lanes(repeating: $0.law.likely) },
      columns: Array(inputs.declared.indices), keys: inputs.declared.map(\.address.hash64))
  }
}

extension IndicatorModel {
  /// How many days a purpose lasts, in the mean; nil for routine.
  func days(of purpose: Purpose, _ draws: DrawBlock, _ group: Int) -> Lanes? {
    lasts[purpose].map {
      draws[$0, group] * ((purpose == .attack ? 1 - shortening : 1) / 86_400)
    }
  }
}

/// The values of four draws, ready for the filter.
struct Parameters {
  let chain: HiddenChain
  let ascertainment, falseReports: [Lanes]
  /// Weekly probabilities, family by family, five purposes each; preparation shows what is staged.
  let rates: [Lanes]
  /// Logarithms of medians, value by value, five purposes each.
  let medians: [Lanes]
  let staged: Lanes
  let cap: Double
  let dispersion: Double
  let factors: [Double]

  init(_ model: IndicatorModel, _ draws: DrawBlock, _ group: Int) {
    let onset = model.onset.mapValues { draws[$0, group] * (1 / 365.25) }
    let days = Dictionary(
      uniqueKeysWithValues: model.lasts.keys.map { ($0, model.days(of: $0, draws, group)!) })
    chain = PurposeChain.make(
      onset: onset, days: days, escalates: draws[model.escalates, group],
      calledOff: draws[model.calledOff, group])
    ascertainment = model.ascertainment.map { draws[$0, group] }
    falseReports = model.falseReports.map { draws[$0, group] }
    staged = draws[model.staged, group]
    var rates = model.rates.map { draws[$0, group] }
    let (attack, exercise) = (Purpose.attack.rawValue, Purpose.exercise.rawValue)
    for family in stride(from: 0, to: rates.count, by: Purpose.allCases.count) {
      rates[family + attack] =
        (1 - staged) * rates[family + attack] + staged * rates[family + exercise]
    }
    self.rates = rates
    medians = model.medians.map { LaneMath.log(draws[$0, group]) }
    (cap, dispersion) = (
      model.indicators.setting("cap"), model.indicators.setting("dispersion")
    )
    factors = model.factors
  }
}
