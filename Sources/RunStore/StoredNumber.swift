internal import Findings

/// A row of `series`: rows of the tables of words.
struct StoredGroup {
  let number, quantity, place: Int
  let threat, before: Int?
  let posture, draws, inputSet: Int

  var columns: [Int?] { [number, quantity, place, threat, before, posture, draws, inputSet] }
}

/// One number as it is stored.
struct StoredNumber {
  let statistic: Int
  let estimate: Estimate
  let draws: Int
  /// Row of `absences`.
  let absent: Int?

  /// As far from the value to both sides; nil where the ends are not, to the last digit.
  private var half: Double? {
    guard let value = estimate.value, let low = estimate.low, let high = estimate.high else {
      return nil
    }
    let half = high - value
    return value - half == low && value + half == high ? half : nil
  }

  /// Its own draws are stored where they are not the group's, the ends of the error where one number does not say them.
  func write(_ insert: FastInsert, in group: StoredGroup) throws {
    precondition(statistic < FigureTables.stride, "\(statistic) statistics")
    try insert.run(
      group.number * FigureTables.stride + statistic,
      half == nil
        ? [estimate.value, estimate.low, estimate.high, nil] : [estimate.value, nil, nil, half],
      [draws == group.draws ? nil : draws, absent])
  }
}

extension [StoredNumber] {
  /// Adds the numbers of a group to the digest of its place.
  func addGroup(_ group: StoredGroup, to digest: inout Digest) {
    for column in group.columns { digest.add(column) }
    for number in self {
      digest.add(number.statistic)
      for value in [number.estimate.value, number.estimate.low, number.estimate.high] {
        digest.add(value)
      }
      digest.add(number.draws)
      digest.add(number.absent)
    }
  }
}
