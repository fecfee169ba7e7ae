public import Kernels
public import Quantities

/// The marks of one exposure over one draw block, s after H. Reused; `clear` makes every mark absent.
public struct TimelineBlock: Sendable {
  public let groups: Int
  /// Mark after mark, `groups` lanes each.
  @usableFromInline var times: [Lanes]
  @usableFromInline var absences: [SIMD4<UInt8>]
  /// Measure after measure, `groups` lanes each.
  @usableFromInline var measures: [Lanes]

  public init(groups: Int) {
    self.groups = groups
    times = Array(repeating: .zero, count: Mark.allCases.count * groups)
    absences = Array(
      repeating: SIMD4(repeating: Absence.neverSeen.rawValue), count: times.count)
    measures = Array(repeating: .zero, count: Measure.allCases.count * groups)
  }

  /// Every mark absent, as never seen; every measure 0.
  public mutating func clear() {
    for i in absences.indices { absences[i] = SIMD4(repeating: Absence.neverSeen.rawValue) }
    for i in measures.indices { measures[i] = .zero }
  }

  @inlinable
  public func value(_ measure: Measure, _ group: Int) -> Lanes {
    measures[Int(measure.rawValue) * groups + group]
  }

  @inlinable
  public mutating func set(_ measure: Measure, _ group: Int, to value: Lanes) {
    measures[Int(measure.rawValue) * groups + group] = value
  }

  /// Meaningful only where `absence` is 0.
  @inlinable
  public func time(_ mark: Mark, _ group: Int) -> Lanes {
    times[Int(mark.rawValue) * groups + group]
  }

  /// 0 where the mark has a time, else the reason: mask and reason in one.
  @inlinable
  public func absence(_ mark: Mark, _ group: Int) -> SIMD4<UInt8> {
    absences[Int(mark.rawValue) * groups + group]
  }

  @inlinable
  public mutating func set(
    _ mark: Mark, _ group: Int, to time: Lanes, where present: LaneMask, otherwise: Absence
  ) {
    let slot = Int(mark.rawValue) * groups + group
    times[slot] = time
    absences[slot] = SIMD4(repeating: otherwise.rawValue).replacing(
      with: 0, where: SIMDMask<SIMD4<Int8>>(truncating: present))
  }

  /// Sets a mark with a reason of its own in every lane.
  @inlinable
  public mutating func set(_ mark: Mark, _ group: Int, to time: Lanes, absence: SIMD4<UInt8>) {
    let slot = Int(mark.rawValue) * groups + group
    times[slot] = time
    absences[slot] = absence
  }

  /// The story of one draw, counted from the first draw of the block.
  public func timeline(of draw: Int) -> Timeline {
    Timeline(
      entries: Mark.allCases.map { mark in
        let absence = Absence(rawValue: absence(mark, draw / 4)[draw % 4])!
        return (
          mark, absence == .present ? .seconds(time(mark, draw / 4)[draw % 4]) : nil, absence
        )
      })
  }
}

extension SIMDMask where Storage == SIMD4<Int8> {
  /// The same four answers, one byte each.
  @inlinable
  public init(truncating mask: LaneMask) {
    self.init()
    for lane in 0..<4 { self[lane] = mask[lane] }
  }
}

/// The marks of one exposure in one draw.
public struct Timeline: Sendable {
  private let times: [TimeSpan?]
  private let absences: [Absence]

  init(entries: [(Mark, TimeSpan?, Absence)]) {
    times = entries.map(\.1)
    absences = entries.map(\.2)
  }

  /// The time after H; nil when the mark is absent.
  public subscript(mark: Mark) -> TimeSpan? { times[Int(mark.rawValue)] }

  /// Why the mark has no time.
  public func absence(_ mark: Mark) -> Absence { absences[Int(mark.rawValue)] }

  /// Second minus first; nil when either is absent.
  public func gap(from first: Mark, to second: Mark) -> TimeSpan? {
    guard let a = self[first], let b = self[second] else { return nil }
    return b - a
  }
}
