internal import Kernels
public import Quantities
public import Theatre
public import Timelines

/// The strategic rung under one posture: days from the first preparation to the attack.
///
/// Each draw makes up a history: something begins on day 0 after weeks of routine, happenings are
/// reported or not, and an analyst who knows this posture's rates watches. Marks, s after the first
/// preparation: launched 0, alerted when the alarm is worth its cost, arrived when what was prepared
/// happens. An exercise and a quiet year have an arrival too, their end: an alarm before it is false.
///
/// The purpose of the other side has no place, so that there is one exposure for the whole region.
public struct StrategicRung: Rung {
  public let level = Level.strategic
  public let exposures: [Exposure]
  public let model: IndicatorModel

  /// Weeks of routine before day 0, in which the analyst learns what is normal.
  static let weeksBefore = 8
  /// Longest history that is looked at, days.
  static let longest = 420
  /// The region's id in place of a place.
  public static let region = "region"
  /// What the histories are of, in order of the exposures.
  static let purposes: [Purpose] = [.attack, .coercion, .exercise, .routine]
  /// A quiet year.
  private static let year = 365.0

  /// - Parameter shortening: by how much of its length the preparation of an attack is taken to be shorter.
  /// - Returns: nil for a scenario without `indicators.yaml`.
  public init?(theatre: Theatre, posture: Theatre.Posture, shortening: Double = 0) {
    guard let model = IndicatorModel(theatre, posture: posture, shortening: shortening)
    else { return nil }
    self.model = model
    exposures = StrategicRung.purposes.map {
      Exposure(
        level: .strategic, threat: Address("indicator", "purpose", $0.name),
        place: Address("place", StrategicRung.region), threatID: $0.name,
        placeID: StrategicRung.region, group: $0.name)
    }
  }

  public var inputs: Inputs { model.inputs }

  public func columns(of exposure: Int) -> [Int] {
    let other = Set(
      Purpose.allCases.filter { $0 != StrategicRung.purposes[exposure] }.map {
        Address("indicator", "history", $0.name)
      })
    return inputs.declared.indices.filter { !other.contains(inputs.declared[$0].address) }
  }

  public func identity(of exposure: Int) -> Exposure { exposures[exposure] }

  /// The analysts of these draws.
  public struct World: Sendable {
    let parameters: [Parameters]
  }

  public func world(under draws: DrawBlock, beside other: World?) -> World {
    World(parameters: (0..<draws.groups).map { Parameters(model, draws, $0) })
  }

  public func mark(
    _ exposure: Int, in world: World, under draws: DrawBlock, into block: inout TimelineBlock
  ) {
    let purpose = StrategicRung.purposes[exposure]
    for group in 0..<draws.groups {
      let lasts = duration(purpose, draws, group)
      let history = History(
        model, purpose, lasts: lasts, world.parameters[group], draws, group)
      let watched = purpose == .coercion ? Purpose.coercion : .attack
      let alarm = history.alarm(
        watching: watched, at: model.threshold(watched), world.parameters[group])
      let all = LaneMask(repeating: true)
      block.set(.launched, group, to: .zero, where: all, otherwise: .noAlarm)
      block.set(.arrived, group, to: lasts * 86_400, where: all, otherwise: .noAlarm)
      block.set(
        .alerted, group, to: alarm * 86_400, where: alarm .>= 0, otherwise: .noAlarm)
    }
  }

  /// Days that a purpose lasts: as many geometric phases as the analyst's chain has; whole days.
  private func duration(_ purpose: Purpose, _ draws: DrawBlock, _ group: Int) -> Lanes {
    guard purpose != .routine, let mean = model.days(of: purpose, draws, group) else {
      return Lanes(repeating: StrategicRung.year)
    }
    let leaves = LaneMath.least(
      Double(purpose.phases) / mean, Lanes(repeating: 0.999))
    let handle = model.history[purpose.rawValue]
    var days = Lanes.zero
    for phase in 0..<purpose.phases {
      let u = draws.uniform(handle, event: History.durationEvents + phase, group: group)
      let wait = LaneMath.log(u) / LaneMath.log(1 - leaves)
      days += 1 + wait.rounded(.down)
    }
    return LaneMath.least(days, Lanes(repeating: Double(StrategicRung.longest)))
  }

  /// The made-up history of one draw, counted from the first draw of the block, for a picture.
  public func story(of draw: Int, under draws: DrawBlock) -> Story {
    let group = draw / 4
    let parameters = Parameters(model, draws, group)
    let history = History(
      model, .attack, lasts: duration(.attack, draws, group), parameters, draws, group)
    return history.story(lane: draw % 4, at: model.threshold(.attack), parameters)
  }

  /// One draw from the first preparation to the attack.
  public struct Story: Sendable {
    /// Day and family of each report, in order; days before the preparation are negative.
    public let reports: [(day: Int, family: Int)]
    /// The analyst's share of preparation from the first day on.
    public let posterior: [Double]
    /// Day of the alarm; nil without one.
    public let alarm: Int?
    public let attack: Int
  }
}
