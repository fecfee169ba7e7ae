/// Integer sums that give the squared correlation of a group's warning with each of its inputs.
public struct Influence: Sendable, Hashable {
  /// - Parameter components: of each input that has several, 0 of the others.
  init(components: [Int] = []) {
    outcomes = Array(repeating: 0, count: 2 * components.reduce(0, +))
    input = Array(repeating: 0, count: components.count)
    input2 = input
    product = Array(repeating: 0, count: components.count)
  }

  /// Draws with an alert that are in the sums.
  public internal(set) var draws: Int64 = 0
  var warning: Int64 = 0
  var warning2: Int128 = 0
  /// Per input of the group: Σx, Σx², Σwx; x in 1/65 535 of the law's range.
  var input: [Int64] = []
  var input2: [Int64] = []
  var product: [Int128] = []
  /// Of every component of the inputs that have several, in order: draws in which it was believed and the threat arrives, and those
  /// of them with the alert in time.
  public internal(set) var outcomes: [Int32] = []

  mutating func add(warning tick: Int64) {
    draws += 1
    warning += tick
    warning2 += Int128(tick * tick)
  }

  /// Adds one input over the draws that have a warning.
  mutating func add(
    input index: Int, _ values: [Int64], _ warnings: [Int32], over timed: [Int]
  ) {
    var (x, x2, wx) = (Int64(0), Int64(0), Int64(0))
    for draw in timed {
      x += values[draw]
      x2 += values[draw] * values[draw]
      wx += values[draw] * Int64(warnings[draw])
    }
    input[index] += x
    input2[index] += x2
    product[index] += Int128(wx)
  }

  /// Adds an input's components over the draws that arrive.
  ///
  /// - Parameter first: where its components begin.
  mutating func add(
    components: [UInt8], from first: Int, _ warnings: [Int32], over reached: [Int]
  ) {
    for draw in reached {
      let place = 2 * (first + Int(components[draw]))
      outcomes[place] += 1
      if warnings[draw] >= 0 { outcomes[place + 1] += 1 }
    }
  }

  mutating func merge(_ other: Influence) {
    if product.isEmpty {
      self = other
      return
    }
    guard !other.product.isEmpty else { return }
    draws += other.draws
    warning += other.warning
    warning2 += other.warning2
    for i in outcomes.indices { outcomes[i] += other.outcomes[i] }
    for i in input.indices {
      input[i] += other.input[i]
      input2[i] += other.input2[i]
      product[i] += other.product[i]
    }
  }

  /// Squared correlation of warning with each input: the share of its variance that a straight line
  /// in that input explains. Zero where nothing varies.
  public var shares: [Double] {
    let n = Double(draws)
    guard n > 2 else { return input.map { _ in 0 } }
    let w = Double(warning) / n
    let variance = Double(warning2) / n - w * w
    return input.indices.map { i in
      let x = Double(input[i]) / n
      let spread = Double(input2[i]) / n - x * x
      let covariance = Double(product[i]) / n - w * x
      return variance > 0 && spread > 0 ? min(1, covariance * covariance / (variance * spread)) : 0
    }
  }
}
