public import Quantities

/// Laws in JSON, to the last digit.
extension Shape where Value == Law {
  public static let law = Shape.record(
    { kind, low, high, components in
      Law(
        kind: kind,
        components: components,
        bounds: (low ?? -.greatestFiniteMagnitude)...(high ?? .greatestFiniteMagnitude))
    },
    Member("kind", "knowledge, chance, adversary or defender.", .word) { $0.kind },
    Member(
      "atLeast", "What is drawn below is held here; null without a bound.",
      Shape<Double>.exact.orNull
    ) {
      $0.bounds.lowerBound == -.greatestFiniteMagnitude ? nil : $0.bounds.lowerBound
    },
    Member(
      "atMost", "What is drawn above is held here; null without a bound.",
      Shape<Double>.exact.orNull
    ) {
      $0.bounds.upperBound == .greatestFiniteMagnitude ? nil : $0.bounds.upperBound
    },
    Member(
      "components", "One claim each, weights add up to 1.", Shape<Law.Component>.component.list
    ) {
      $0.components
    })
}

extension Shape where Value == Law.Component {
  static let component = Shape.record(
    { Law.Component(weight: $0, distribution: $1, claim: $2) },
    Member("weight", "Probability of this component.", .exact) { $0.weight },
    Member("distribution", "What is drawn if it is chosen.", .distribution) { $0.distribution },
    Member(
      "claim", "Id of the claim; null for what is part of the model.", Shape<String>.text.orNull
    ) {
      $0.claim
    })
}

private typealias Family = Shape<FamilyOfNumbers>

extension Shape where Value == Distribution {
  /// A family with its numbers, in the order of the family's definition.
  static let distribution = Family.record(
    { FamilyOfNumbers(family: $0, numbers: $1, weights: $2, isOuter: $3) },
    Family.Member(
      "family",
      "constant, uniform, pert, log-pert, normal, lognormal, choice or empirical.", .text
    ) { $0.family },
    Family.Member(
      "numbers",
      "constant: value; uniform: low, high; pert and log-pert: low, likely, high; normal: mean, standard deviation; lognormal: median, factor; else the values.",
      Shape<Double>.exact.list
    ) { $0.numbers },
    Family.Member("weights", "Of the values of a choice.", Shape<Double>.exact.list) { $0.weights },
    Family.Member("outer", "Whether low and high are the 5th and 95th percentiles.", .flag) {
      $0.isOuter
    }
  ).standing(for: "a distribution", FamilyOfNumbers.init, \.distribution)
}

/// A distribution taken apart.
private struct FamilyOfNumbers: Sendable {
  let family: String
  let numbers, weights: [Double]
  let isOuter: Bool

  init(family: String, numbers: [Double], weights: [Double] = [], isOuter: Bool = false) {
    (self.family, self.numbers) = (family, numbers)
    (self.weights, self.isOuter) = (weights, isOuter)
  }

  init(_ distribution: Distribution) {
    switch distribution {
    case .constant(let value): self.init(family: "constant", numbers: [value])
    case .uniform(let low, let high): self.init(family: "uniform", numbers: [low, high])
    case .pert(let low, let likely, let high, let outer):
      self.init(family: "pert", numbers: [low, likely, high], isOuter: outer)
    case .logPert(let low, let likely, let high, let outer):
      self.init(family: "log-pert", numbers: [low, likely, high], isOuter: outer)
    case .normal(let mean, let spread): self.init(family: "normal", numbers: [mean, spread])
    case .lognormal(let median, let factor):
      self.init(family: "lognormal", numbers: [median, factor])
    case .choice(let values, let weights):
      self.init(family: "choice", numbers: values, weights: weights)
    case .empirical(let values): self.init(family: "empirical", numbers: values)
    }
  }

  /// Nil where family and numbers do not fit.
  var distribution: Distribution? {
    switch (family, numbers.count) {
    case ("constant", 1): .constant(numbers[0])
    case ("uniform", 2): .uniform(low: numbers[0], high: numbers[1])
    case ("pert", 3): .pert(low: numbers[0], likely: numbers[1], high: numbers[2], outer: isOuter)
    case ("log-pert", 3):
      .logPert(low: numbers[0], likely: numbers[1], high: numbers[2], outer: isOuter)
    case ("normal", 2): .normal(mean: numbers[0], spread: numbers[1])
    case ("lognormal", 2): .lognormal(median: numbers[0], factor: numbers[1])
    case ("choice", 1...) where weights.count == numbers.count: .choice(numbers, weights: weights)
    case ("empirical", 1...): .empirical(numbers)
    default: nil
    }
  }
}
