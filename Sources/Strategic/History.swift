internal import Kernels
internal import Scenarios
internal import Timelines

/// What is reported in made-up weeks of four draws: routine first, then something else from day 0 on.
///
/// Its analyst reads every feed to the end, so that silence counts too, once a week is over and the
/// slowest feed has come: who counts reports alone would sooner or later take any stream of them for
/// preparation.
struct History {
  /// A report that is published, or a family's week that has got another one.
  private struct Report {
    let day: Int
    let slot: Int
    let lane: Int
    let week: FamilyWeek
    /// False for the silence of the other feeds, which closes the week.
    let isNews: Bool
  }

  /// Events of the uniforms: a family's week has 64 of its own.
  private static let perWeek = 64
  static let durationEvents = 1 << 30

  private let lasts: Lanes
  /// In order of day; a slot's last one closes it.
  private var reports: [Report] = []
  /// Families without any report in a week: lanes by family and closing day.
  private var quiet: [Quiet] = []
  private let days: Int
  private let families: Int
  private let everyFeed: UInt32
  private let meanWeight: Double

  private struct Quiet {
    let day: Int
    let family: Int
    let lane: Int
  }

  private let before = 7 * StrategicRung.weeksBefore

  init(
    _ model: IndicatorModel, _ purpose: Purpose, lasts: Lanes, _ parameters: Parameters,
    _ draws: DrawBlock, _ group: Int
  ) {
    self.lasts = lasts
    days = before + Int(lasts.max()) + 1
    families = model.indicators.families.count
    everyFeed = model.weights.indices.reduce(0) { $0 | 1 << UInt32($1) }
    meanWeight = model.weights.reduce(0, +) / Double(max(1, model.weights.count))
    let input = model.history[purpose.rawValue]
    let none = Silence(parameters)
    let delays = model.delay.map { draws[$0, group] * (1 / 86_400) }
    for week in 0..<(days + 6) / 7 {
      let now = week < StrategicRung.weeksBefore ? Purpose.routine : purpose
      for family in 0..<families {
        let q = parameters.rates[family * Purpose.allCases.count + now.rawValue]
        let base = (week * families + family) * History.perWeek
        let u = draws.uniform(input, event: base, group: group)
        let heard = 1 - none.chance(q)
        for lane in 0..<4 {
          let slowest = delays.map { $0[lane] }.max() ?? 0
          let closes = 7 * week + 6 + Int(slowest.rounded(.up))
          guard u[lane] < heard[lane] else {
            if closes < days { quiet.append(Quiet(day: closes, family: family, lane: lane)) }
            continue
          }
          func uniform(_ event: Int) -> Double {
            draws.uniform(input, event: base + event, lane: 4 * group + lane)
          }
          write(
            model, family: family, week: week, now, lane, parameters, closes: closes,
            happened: uniform(1) * heard[lane] < q[lane] * (1 - none.heard[0][lane]),
            none, delays, uniform)
        }
      }
    }
    reports.sort { ($0.day, $0.slot) < ($1.day, $1.slot) }
  }

  /// Chances that the feeds from one on say nothing, where something happened and where nothing did.
  private struct Silence {
    let heard, invented: [Lanes]

    init(_ parameters: Parameters) {
      let feeds = parameters.ascertainment.count
      var heard = [Lanes](repeating: Lanes(repeating: 1), count: feeds + 1)
      var invented = heard
      for feed in (0..<feeds).reversed() {
        heard[feed] = heard[feed + 1] * (1 - parameters.ascertainment[feed])
        invented[feed] = invented[feed + 1] * (1 - parameters.falseReports[feed])
      }
      (self.heard, self.invented) = (heard, invented)
    }

    func chance(_ q: Lanes) -> Lanes { q * heard[0] + (1 - q) * invented[0] }
  }

  /// The reports of a family's week in which at least one feed reports.
  private mutating func write(
    _ model: IndicatorModel, family: Int, week: Int, _ purpose: Purpose, _ lane: Int,
    _ parameters: Parameters, closes: Int, happened: Bool, _ none: Silence, _ delays: [Lanes],
    _ uniform: (Int) -> Double
  ) {
    let chances = happened ? parameters.ascertainment : parameters.falseReports
    let silent = happened ? none.heard : none.invented
    var published: [(day: Int, feed: Int)] = []
    let happens = 7 * week + Int(7 * uniform(2))
    for feed in chances.indices {
      // given that one reports at all: the first of those that are left must make up for the others
      let chance =
        published.isEmpty
        ? chances[feed][lane] / (1 - silent[feed][lane]) : chances[feed][lane]
      guard uniform(8 + feed) < chance else { continue }
      published.append((happens + Int(delays[feed][lane].rounded(.up)), feed))
    }
    var state = FamilyWeek(family: family)
    let values = model.valuesOf[family]
    if !values.isEmpty {
      let value = values[Int(uniform(3) * Double(values.count))]
      let median = parameters.medians[value * Purpose.allCases.count + purpose.rawValue][lane]
      let spread = naturalLogarithm(model.factors[value])
      state.add(value, logarithm: median + spread * Quantiles.normal(uniform(4)))
    }
    let slot = week * families + family
    for (day, feed) in published.sorted(by: { ($0.day, $0.feed) < ($1.day, $1.feed) })
    where day < days {
      state.feeds |= 1 << UInt32(feed)
      state.weight = max(state.weight, model.weights[feed])
      reports.append(Report(day: day, slot: slot, lane: lane, week: state, isNews: true))
    }
    guard closes < days else { return }
    state.silent = everyFeed & ~state.feeds
    state.silentWeight = meanWeight
    reports.append(Report(day: closes, slot: slot, lane: lane, week: state, isNews: false))
  }

  /// What reports and silence say of each purpose, day by day, every lane its own: five numbers a day.
  private func logarithms(_ parameters: Parameters) -> [Lanes] {
    let purposes = Purpose.allCases.count
    var result = [Lanes](repeating: .zero, count: days * purposes)
    var terms = [Lanes](repeating: .zero, count: purposes)
    let silences = (0..<families).flatMap { family in
      var week = FamilyWeek(family: family)
      (week.silent, week.silentWeight) = (everyFeed, meanWeight)
      week.terms(parameters, into: &terms)
      return terms
    }
    for quiet in quiet {
      for purpose in 0..<purposes {
        result[quiet.day * purposes + purpose][quiet.lane] +=
          silences[quiet.family * purposes + purpose][quiet.lane]
      }
    }
    var said: [Int: [Double]] = [:]
    // weeks without values that the same feeds report say the same
    var known: [UInt64: [Lanes]] = [:]
    for report in reports {
      let week = report.week
      if let key = week.plainKey {
        if let told = known[key] {
          terms = told
        } else {
          week.terms(parameters, into: &terms)
          known[key] = terms
        }
      } else {
        week.terms(parameters, into: &terms)
      }
      let key = 4 * report.slot + report.lane
      let now = terms.map { $0[report.lane] }
      let before = said.updateValue(now, forKey: key)
      for purpose in 0..<purposes {
        result[report.day * purposes + purpose][report.lane] +=
          now[purpose] - (before?[purpose] ?? 0)
      }
    }
    return result
  }

  /// The day of the first alarm at or after day 0 and before the end; −1 where there is none.
  func alarm(watching purpose: Purpose, at share: Double, _ parameters: Parameters) -> Lanes {
    let threshold = Lanes(repeating: share)
    var alarm = Lanes(repeating: -1)
    follow(parameters) { day, filter in
      let now = Lanes(repeating: Double(day))
      let rings: LaneMask =
        (filter.share(of: purpose) .>= threshold) .& (alarm .< 0) .& (now .< lasts)
      if day >= 0 { alarm = LaneMath.pick(alarm, now, where: rings) }
      // every lane has rung, or is over
      return any((alarm .< 0) .& (now .< lasts))
    }
    return alarm
  }

  /// - Parameter look: told each day and what is thought then; false ends it.
  private func follow(_ parameters: Parameters, _ look: (Int, Filter) -> Bool) {
    let logarithms = logarithms(parameters)
    var filter = Filter(parameters)
    let purposes = Purpose.allCases.count
    for day in 0..<days {
      if day > 0 { filter.advance() }
      let today = logarithms[day * purposes..<(day + 1) * purposes]
      if today.contains(where: { any($0 .!= 0) }) {
        filter.hear(today)
        filter.weigh()
      } else {
        filter.settle()
      }
      guard look(day - before, filter) else { return }
    }
  }

  /// One lane as it went.
  func story(lane: Int, at share: Double, _ parameters: Parameters) -> StrategicRung.Story {
    let attack = Int(lasts[lane])
    var posterior: [Double] = []
    follow(parameters) { day, filter in
      if day <= attack { posterior.append(filter.share(of: .attack)[lane]) }
      return true
    }
    let alarm = alarm(watching: .attack, at: share, parameters)[lane]
    let told = reports.filter { $0.isNews && $0.lane == lane && $0.day - before <= attack }.map {
      (day: $0.day - before, family: $0.week.family)
    }
    return StrategicRung.Story(
      reports: told, posterior: posterior, alarm: alarm < 0 ? nil : Int(alarm), attack: attack)
  }
}
