internal import Kernels
internal import Scenarios
internal import Timelines

/// What is reported in made-up weeks of four draws: routine first, then something else from day 0 on.
struct History {
  /// A report that is published, or a family's week that has got another one.
  private struct Report {
    let day: Int
    let slot: Int
    let lane: Int
    let week: FamilyWeek
  }

  /// Events of the uniforms: a family's week has 64 of its own.
  private static let perWeek = 64
  static let durationEvents = 1 << 30

  private let lasts: Lanes
  /// In order of day.
  private var reports: [Report] = []
  private let days: Int
  private let before = 7 * StrategicRung.weeksBefore

  init(
    _ model: IndicatorModel, _ purpose: Purpose, lasts: Lanes, _ parameters: Parameters,
    _ draws: DrawBlock, _ group: Int
  ) {
    self.lasts = lasts
    days = before + Int(lasts.max()) + 1
    let families = model.indicators.families.count
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
        for lane in 0..<4 where u[lane] < heard[lane] {
          func uniform(_ event: Int) -> Double {
            draws.uniform(input, event: base + event, lane: 4 * group + lane)
          }
          write(
            model, family: family, week: week, now, lane, parameters,
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
    _ parameters: Parameters, happened: Bool, _ none: Silence, _ delays: [Lanes],
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
    for (day, feed) in published.sorted(by: { $0.day < $1.day }) where day < days {
      state.feeds |= 1 << UInt32(feed)
      state.weight = max(state.weight, model.weights[feed])
      reports.append(
        Report(
          day: day, slot: week * model.indicators.families.count + family, lane: lane,
          week: state))
    }
  }

  /// What the reports say of each purpose, day by day, every lane its own.
  private func logarithms(_ parameters: Parameters) -> [Int: [Lanes]] {
    let purposes = Purpose.allCases.count
    let nothing = [Lanes](repeating: .zero, count: purposes)
    var days: [Int: [Lanes]] = [:]
    var said: [Int: [Lanes]] = [:]
    var terms = nothing
    for report in reports {
      report.week.terms(parameters, into: &terms)
      for purpose in 0..<purposes {
        let new = terms[purpose][report.lane]
        let old = said[report.slot]?[purpose][report.lane] ?? 0
        days[report.day, default: nothing][purpose][report.lane] += new - old
        said[report.slot, default: nothing][purpose][report.lane] = new
      }
    }
    return days
  }

  /// The day of the first alarm at or after day 0 and before the end; −1 where there is none.
  func alarm(watching purpose: Purpose, _ parameters: Parameters) -> Lanes {
    let threshold = Lanes(repeating: parameters.threshold(purpose))
    var alarm = Lanes(repeating: -1)
    follow(parameters) { day, filter in
      let now = Lanes(repeating: Double(day))
      let rings: LaneMask =
        (filter.share(of: purpose) .>= threshold) .& (alarm .< 0) .& (now .< lasts)
      if day >= 0 { alarm = LaneMath.pick(alarm, now, where: rings) }
    }
    return alarm
  }

  private func follow(_ parameters: Parameters, _ look: (Int, Filter) -> Void) {
    let logarithms = logarithms(parameters)
    var filter = Filter(parameters)
    for day in 0..<days {
      if day > 0 { filter.advance() }
      if let today = logarithms[day] {
        filter.hear(today)
        filter.weigh()
      } else {
        filter.settle()
      }
      look(day - before, filter)
    }
  }

  /// One lane as it went.
  func story(lane: Int, _ parameters: Parameters) -> StrategicRung.Story {
    let attack = Int(lasts[lane])
    var posterior: [Double] = []
    follow(parameters) { day, filter in
      if day <= attack { posterior.append(filter.share(of: .attack)[lane]) }
    }
    let alarm = alarm(watching: .attack, parameters)[lane]
    let families = reports.filter { $0.lane == lane && $0.day - before <= attack }.map {
      (day: $0.day - before, family: $0.week.family)
    }
    return StrategicRung.Story(
      reports: families, posterior: posterior, alarm: alarm < 0 ? nil : Int(alarm), attack: attack)
  }
}
