internal import Kernels
public import Quantities
public import Scenarios

/// What could be known in an episode, day by day: which weeks of which families changed, and how.
///
/// Nothing here depends on a draw. A row counts from the last day of its publication, never from its
/// event; an origin counts once in a family, whoever repeats it; a correction takes back what it
/// corrects on the day on which it is known.
public struct EvidenceBook: Sendable {
  /// A family's week as it stands after a day.
  struct Update: Sendable {
    let day: Int
    /// Which family and week.
    let slot: Int
    let week: FamilyWeek
    /// Rows that became known on this day, in the order of the file.
    let rows: [Int]
  }

  /// Days from the first to the last, counted from 0.
  public let days: Int
  let first: Int
  /// In order of day, then of slot.
  let updates: [Update]
  /// Rows that were used.
  public let used: [Int]
  /// Rows in the episode whose code says nothing of what is to come.
  public let unused: Int
  private let knowledge: Knowledge

  /// Which rows count, and from when.
  public enum Knowledge: String, CaseIterable, Sendable {
    /// What could be known: from the last day of publication.
    case published
    /// With hindsight: from the last day of the event, whenever it was told.
    case observed
  }

  /// - Parameters:
  ///   - rows: indices into the log; the order does not matter, and a row may stand twice.
  ///   - origins: of `EvidenceLog.firstOfOrigin`.
  ///   - weight: of a grade.
  ///   - only: families that are looked at; nil for all.
  public init(
    _ log: EvidenceLog, rows: [Int], origins: [Int], from start: Day, to end: Day,
    model: IndicatorModel, weight: (Reliability, Credibility) -> Double,
    knowledge: Knowledge = .published, only: Set<Int>? = nil
  ) {
    self.knowledge = knowledge
    first = start.number
    days = end.number - start.number + 1
    var maker = Maker(
      log, origins: origins, first: first, last: end.number, model: model, weight: weight,
      knowledge: knowledge, only: only)
    maker.take(rows)
    updates = maker.updates
    used = maker.used.sorted()
    unused = maker.unused
  }

  /// The date of a day.
  public func date(_ day: Int) -> Day { Day(number: first + day) }

  /// The day from which a row of the episode counts.
  public func day(of row: Int, in log: EvidenceLog) -> Int { knowledge.day(of: row, log) - first }

  /// Independent reports a week, for the rival that counts them.
  public func weekly(in log: EvidenceLog) -> [Double] {
    var counts = [Double](repeating: 0, count: (days + 6) / 7)
    for row in used { counts[day(of: row, in: log) / 7] += 1 }
    return counts
  }
}

extension EvidenceBook.Knowledge {
  /// The day from which a row counts, since 1970.
  fileprivate func day(of row: Int, _ log: EvidenceLog) -> Int {
    switch self {
    case .published: log.usable(row)
    case .observed: Int(log.observed[row].last)
    }
  }
}

/// Gathers rows into weeks of families.
private struct Maker {
  let log: EvidenceLog
  let origins: [Int]
  let first, last: Int
  let model: IndicatorModel
  let weights: [Double]
  let knowledge: EvidenceBook.Knowledge
  let only: Set<Int>?
  /// Family by indicator number of the log, feed by feed number, value by indicator number.
  let family, feed, value: [Int?]
  private let families: Int
  private(set) var updates: [EvidenceBook.Update] = []
  private(set) var used: [Int] = []
  private(set) var unused = 0
  /// Weeks that are over.
  private var closed = 0
  /// Rows that stand in a slot, and the slot that a row stands in; −1 for none.
  private var standing: [[Int32]]
  private var slotOf: [Int32]
  /// What the rows of a slot amount to, while none of them is taken back and the week is not over.
  private var states: [Int: FamilyWeek] = [:]
  /// Whether an origin counts in a family: a bit each.
  private var counted: [UInt64]

  /// Something that becomes known on a day.
  private struct Event {
    let row: Int32
    let isRemoval: Bool
  }

  init(
    _ log: EvidenceLog, origins: [Int], first: Int, last: Int, model: IndicatorModel,
    weight: (Reliability, Credibility) -> Double, knowledge: EvidenceBook.Knowledge,
    only: Set<Int>?
  ) {
    (self.log, self.origins, self.first, self.last) = (log, origins, first, last)
    (self.model, self.knowledge, self.only) = (model, knowledge, only)
    weights = Reliability.allCases.flatMap { reliability in
      Credibility.allCases.map { weight(reliability, $0) }
    }
    family = log.indicatorNames.map { model.familyOf[$0] }
    value = log.indicatorNames.map { model.valueOf[$0] }
    feed = log.feedNames.map { name in model.indicators.feeds.firstIndex { $0.id == name } }
    families = model.indicators.families.count
    standing = Array(repeating: [], count: families * ((last - first) / 7 + 1))
    slotOf = Array(repeating: -1, count: log.count)
    counted = Array(repeating: 0, count: (log.count * families + 63) / 64)
  }

  private func day(_ row: Int) -> Int { knowledge.day(of: row, log) }

  mutating func take(_ rows: [Int]) {
    // a row may be asked for twice
    var present = [Bool](repeating: false, count: log.count)
    for row in rows { present[row] = true }
    // a correction is news, however old what it corrects
    let corrections = Set(log.successors.values.map { Int($0) })
    var days = [[Event]](repeating: [], count: last - first + 1)
    for row in present.indices where present[row] {
      let known = day(row)
      if case .published = knowledge, log.isHistory(row), !corrections.contains(row) {
        if known >= first && known <= last { unused += 1 }
        continue
      }
      var undone = Int.max
      if let correction = log.successors[row], present[correction] { undone = day(correction) }
      // what is corrected before it is known is never known
      guard undone > known else { continue }
      if known >= first && known <= last {
        days[known - first].append(Event(row: Int32(row), isRemoval: false))
        if undone <= last { days[undone - first].append(Event(row: Int32(row), isRemoval: true)) }
      }
    }
    for (day, events) in days.enumerated() {
      closeWeeks(before: first + day)
      // a correction often has the origin of what it corrects: that one goes first
      if !events.isEmpty {
        take(events.filter(\.isRemoval) + events.filter { !$0.isRemoval }, on: day)
      }
    }
    closeWeeks(before: last + 1)
  }

  /// Everything that becomes known on one day.
  private mutating func take(_ events: [Event], on today: Int) {
    var changed: [Int: [Int]] = [:]
    for event in events {
      let row = Int(event.row)
      guard let family = family[Int(log.indicators[row])] else {
        if !event.isRemoval { unused += 1 }
        continue
      }
      if let only, !only.contains(family) { continue }
      let bit = origins[row] * families + family
      if event.isRemoval {
        let slot = Int(slotOf[row])
        guard slot >= 0 else { continue }
        slotOf[row] = -1
        counted[bit / 64] &= ~(1 << UInt64(bit % 64))
        standing[slot].removeAll { $0 == event.row }
        states[slot] = nil
        changed[slot, default: []].append(row)
      } else if counted[bit / 64] >> UInt64(bit % 64) & 1 == 0 {
        let slot = today / 7 * families + family
        counted[bit / 64] |= 1 << UInt64(bit % 64)
        slotOf[row] = Int32(slot)
        standing[slot].append(event.row)
        var week = states.removeValue(forKey: slot) ?? FamilyWeek(family: family)
        add(row, to: &week)
        states[slot] = week
        used.append(row)
        changed[slot, default: []].append(row)
      }
    }
    for slot in changed.keys.sorted() {
      updates.append(
        EvidenceBook.Update(day: today, slot: slot, week: state(slot), rows: changed[slot]!))
    }
  }

  /// A slot with the rows that stand in it.
  private mutating func state(_ slot: Int) -> FamilyWeek {
    let complete = slot / families < closed ? complete(slot / families) : []
    if complete.isEmpty, let known = states[slot] { return known }
    var week = FamilyWeek(family: slot % families)
    let rows = standing[slot].map(Int.init)
    for row in rows { add(row, to: &week, without: complete) }
    week.counts = complete.map { feed in
      FamilyWeek.Count(
        feed: feed, origins: rows.count { self.feed[Int(log.feeds[$0])] == feed },
        weight: model.weights[feed])
    }
    if complete.isEmpty { states[slot] = week }
    return week
  }

  /// Adds a row's feed, weight and value; of a feed that is counted only the value.
  private func add(_ row: Int, to week: inout FamilyWeek, without complete: [Int] = []) {
    let feed = feed[Int(log.feeds[row])]!
    if !complete.contains(feed) {
      week.feeds |= 1 << UInt32(feed)
      week.weight = max(week.weight, weights[log.grade(row)])
    }
    guard let value = value[Int(log.indicators[row])], let number = log.number(row), number > 0,
      log.unit(row) == model.indicators.values[value].unit
    else { return }
    week.add(value, logarithm: naturalLogarithm(number))
  }

  /// Feeds that are complete for the whole of a week.
  private func complete(_ week: Int) -> [Int] {
    let (from, to) = (first + 7 * week, first + 7 * week + 6)
    let feeds = model.indicators.feeds
    return feeds.indices.filter { index in
      feeds[index].complete.map { $0.lowerBound.number <= from && $0.upperBound.number >= to }
        ?? false
    }
  }

  /// Ends the weeks that are over before a day: where a feed is complete, its count, nought included,
  /// takes the place of its reports.
  private mutating func closeWeeks(before day: Int) {
    while first + 7 * closed + 6 < day {
      let week = closed
      closed += 1
      guard !complete(week).isEmpty else { continue }
      for family in 0..<families where only?.contains(family) ?? true {
        let slot = week * families + family
        updates.append(
          EvidenceBook.Update(day: 7 * week + 6, slot: slot, week: state(slot), rows: []))
      }
    }
  }
}
