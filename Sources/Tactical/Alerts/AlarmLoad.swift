internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// How often and for how long a place hears alarms.
///
/// Where alarms were counted (`alarms.csv`), their number and length are drawn from what was counted; elsewhere the number
/// follows from raids against the country and the region that is alerted at once. Neither depends on how soon an alert
/// comes: a warning that comes later does not make an alarm shorter.
struct AlarmLoad {
  private let allClear: Input<TimeSpan>?
  /// One alarm, and the mean of a month's.
  private let length, mean: Input<TimeSpan>?
  /// Counted, a month.
  private let alarms: Input<Ratio>?
  private let raids: Input<Ratio>?
  private let falseAlarms: Input<Ratio>?
  private let region: Input<Length>?
  /// By what a log calls a class: counted, and raids.
  private let alarmsOf, raidsOf: [String: Input<Ratio>]

  init(_ declare: inout Declarations, theatre: Theatre, place: Theatre.Place) {
    let country = place.country
    func optional<Q>(_ name: String) -> Input<Q>? {
      theatre.alertAddress(name, country: country).flatMap { declare.optional($0) }
    }
    func counted<Q>(_ name: String) -> Input<Q>? {
      theatre.alarmAddress(name, place: place).flatMap { declare.optional($0) }
    }
    allClear = optional("all_clear")
    length = counted("alarm_length") ?? optional("alarm_length")
    (mean, alarms) = (counted("alarm_mean"), counted("alarms"))
    raids = optional("raids")
    falseAlarms = optional("false_alarms")
    region = optional("region")
    var (alarmsOf, raidsOf) = ([String: Input<Ratio>](), [String: Input<Ratio>]())
    for threat in theatre.practice.map(\.threat) {
      alarmsOf[threat] = declare.optional(
        Address("alert", "\(country.lowercased()).\(threat)", "alarms"))
      raidsOf[threat] =
        declare.optional(Address("alert", "\(country.lowercased()).\(threat)", "raids"))
        ?? declare.optional(Address("alert", threat, "raids"))
    }
    (self.alarmsOf, self.raidsOf) = (alarmsOf, raidsOf)
  }

  /// When an alarm ends: after its usual length, and not before the last arrival and what the all-clear waits for; nil
  /// where the scenario speaks of neither.
  func cleared(
    alerted: Lanes, lastArrival: Lanes, _ draws: DrawBlock, _ group: Int
  ) -> Lanes? {
    guard length != nil || allClear != nil else { return nil }
    let least = lastArrival + (allClear.map { draws[$0, group] } ?? .zero)
    return length.map { LaneMath.greatest(least, alerted + draws[$0, group]) } ?? least
  }

  /// Sets the alarms of a month at a place, all and of a class, and their hours; −1 where nothing is known.
  ///
  /// A raid is against one of the country's places, each as likely as the others; it alarms everybody within the region's
  /// radius. Hours are alarms times the mean length of a month's, so a month does not take one alarm for all.
  ///
  /// - Parameter neighbours: distances to the country's places, itself among them, m, ascending.
  func set(
    _ neighbours: [Double], _ toldAs: String, _ draws: DrawBlock, _ group: Int,
    into block: inout TimelineBlock
  ) {
    let unknown = Lanes(repeating: -1)
    let share = share(neighbours, draws, group)
    let idle = falseAlarms.map { draws[$0, group] } ?? .zero
    let raids = raids.map { draws[$0, group] }
    let told = share.flatMap { share in raids.map { $0 * share + idle } }
    let all = alarms.map { draws[$0, group] } ?? told
    // what was counted is not mixed with what is supposed
    let supposed =
      alarms == nil
      ? share.flatMap { share in raidsOf[toldAs].map { draws[$0, group] * share } } : nil
    let ofClass = alarmsOf[toldAs].map { draws[$0, group] } ?? supposed
    let own = alarms == nil ? raids.map { $0 / Double(neighbours.count) } : nil
    let vain = all.flatMap { all in own.map { LaneMath.greatest(all - $0, .zero) } }
    let one = length.map { draws[$0, group] }
    let hours = (mean.map { draws[$0, group] } ?? one).map { $0 / 3_600 }
    func product(_ number: Lanes?) -> Lanes {
      number.flatMap { number in hours.map { number * $0 } } ?? unknown
    }
    block.set(.alarms, group, to: all ?? unknown)
    block.set(.alarmsInVain, group, to: vain ?? unknown)
    block.set(.alarmsOfClass, group, to: ofClass ?? unknown)
    block.set(.alarmHours, group, to: product(all))
    block.set(.alarmHoursOfClass, group, to: product(ofClass))
    block.set(.alarmLength, group, to: one ?? unknown)
  }

  /// Of a country's raids, those that alarm the place.
  private func share(_ neighbours: [Double], _ draws: DrawBlock, _ group: Int) -> Lanes? {
    guard let region else { return nil }
    var within = Lanes.zero
    for lane in 0..<4 {
      let radius = draws[region, group][lane]
      within[lane] = Double(neighbours.firstIndex { $0 > radius } ?? neighbours.count)
    }
    return LaneMath.greatest(within, Lanes(repeating: 1)) / Double(neighbours.count)
  }
}
