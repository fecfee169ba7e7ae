internal import Scenarios

/// What a row says of each segment of the chain.
extension AlertPractice {
  /// Flights over a distance at the class's mean speeds, s.
  static func flight(_ distance: Double, _ rule: PracticeRule) -> ClosedRange<Double> {
    (distance / rule.speed.upperBound)...(distance / rule.speed.lowerBound)
  }

  /// The distance of a row, or what rows of its class and country usually have, m.
  private func distance(_ row: Document.AlertRow) -> ClosedRange<Double>? {
    if let own = row.distance { return own...own }
    let like = rows.filter { $0.threat == row.threat && $0.country == row.country }
      .compactMap(\.distance).sorted()
    guard !like.isEmpty else { return nil }
    return like[like.count / 4]...like[like.count - 1 - like.count / 4]
  }

  /// The segment that a `reported` net of a class is drawn from, s or m.
  func segment(_ rule: PracticeRule) -> (Document.AlertRow) -> ClosedRange<Double>? {
    { row in
      guard !row.isNever else { return nil }
      switch rule.segment {
      case .afterTakeOff:
        return row.sign == .takeOff ? row.span(from: .sign, to: .sent) : nil
      case .afterLaunch:
        if let timed = row.span(from: .launch, to: .sent) { return timed }
        guard let left = row.span(from: .sent, to: .arrival), let far = distance(row) else {
          return nil
        }
        let least = AlertPractice.flight(far.lowerBound, rule).lowerBound
        let most = AlertPractice.flight(far.upperBound, rule).upperBound
        return (least - left.upperBound)...(most - left.lowerBound)
      case .ahead:
        guard let left = row.span(from: .sent, to: .arrival) else { return nil }
        let speed = (rule.speed.lowerBound + rule.speed.upperBound) / 2
        return (left.lowerBound * speed)...(left.upperBound * speed)
      case .left: return row.span(from: .sent, to: .arrival)
      }
    }
  }

  /// From what told of the threat, or from the launch less the usual cue, to the order, s.
  func decision(
    cue: Double, dissemination: Double
  ) -> (Document.AlertRow) -> ClosedRange<Double>? {
    { row in
      // of what was never seen no order could be given
      if row.isNever {
        return row.times[.sign].map { _ in AlertPractice.never...AlertPractice.never }
      }
      func less(_ range: ClosedRange<Double>, _ seconds: Double) -> ClosedRange<Double> {
        max(0, range.lowerBound - seconds)...max(0, range.upperBound - seconds)
      }
      let isLate = row.sign == .none || row.sign == .preparation || row.sign == .takeOff
      if !isLate, let whole = row.span(from: .sign, to: .order) { return less(whole, 0) }
      if !isLate, let whole = row.span(from: .sign, to: .sent) { return less(whole, dissemination) }
      return row.span(from: .launch, to: .sent).map { less($0, cue + dissemination) }
    }
  }
}
