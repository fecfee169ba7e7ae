internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A ballistic missile: figures that choose a flight from a table shot for the pair of places.
struct BallisticKind: ThreatKind {
  static let fields = FieldTable(
    "ballistic", "a missile in free flight above the air",
    sign: KindSign("ballistic missiles", "10", "130700", "M"),
    [
      Field("range", Length.self, "greatest distance it reaches", in: 10_000...15_000_000),
      Field("minimum_range", Length.self, "least distance it is fired over", in: 0...10_000_000),
      Field("boost_time", TimeSpan.self, "duration of the boost", in: 1...400),
      Field("boost_height", Length.self, "altitude at the end of the boost", in: 100...500_000),
      Field("drag_loading", MassLoading.self, "mass per drag area, m/(c A)", in: 100...100_000),
      Field(
        "apogee", Length.self,
        "highest altitude it is known to fly to; else what the speed of its farthest range allows",
        required: false, in: 5_000...10_000_000),
      Field(
        "flight_time", TimeSpan.self,
        "a published time from launch to arrival over the flight distance: the highest flight that is known is the one that takes so long",
        required: false, in: 60...7_200),
      Field(
        "flight_distance", Length.self, "what the flight time is for", required: false,
        in: 20_000...15_000_000),
      Field(
        "loft", Ratio.self,
        "how far between the flight of least energy and the highest, by the root of the apogee; mostly near the first where "
          + "nobody says. 1 flies the apogee as it is known, even below that of least energy",
        kind: .adversary, required: false, in: 0...1),
      TakeOff.field,
    ] + CrossSection.fields + SalvoKind.fields,
    orders: [
      ("minimum_range", "range"), ("boost_height", "apogee"), ("boost_time", "flight_time"),
      ("flight_distance", "range"),
    ],
    needs: [("flight_time", "flight_distance"), ("flight_distance", "flight_time")],
    retired: ["peak_speed": "the speed follows from boost, range and loft"])

  static let practice = PracticeRule("ballistic", .afterLaunch, speed: 1_900...2_700)
  static let isBallistic = true
  let ceiling = 2_000_000.0

  let range: Input<Length>
  let minimumRange: Input<Length>
  let boost: (time: Input<TimeSpan>, height: Input<Length>)
  let drag: Input<MassLoading>
  let apogee: Input<Length>?
  /// A published flight: how long it took over which distance.
  private let timed: (time: Input<TimeSpan>, distance: Input<Length>)?
  /// Below a half the apogee is believed, above it the flight time, where both are claimed.
  private let yields: Input<Ratio>?
  /// How far between least energy and the highest loft: 0 to 1, the other side's choice. Unless somebody says so, most
  /// flights are near that of least energy, which carries farthest for its propellant.
  let loft: Input<Ratio>
  let crossSection: CrossSection
  /// What the table of a pair of places is shot with: the ends of what is drawn.
  struct Shot {
    let heights, drag: ClosedRange<Double>
    let range: Double
    /// Nil where nobody says how high it is lofted.
    let apogee: ClosedRange<Double>?
    /// Whether that apogee is flown in every draw.
    let isKnown: Bool

    var figures: [Double] {
      [
        heights.lowerBound, heights.upperBound, drag.lowerBound, drag.upperBound, range,
        apogee?.lowerBound ?? -1, apogee?.upperBound ?? -1, isKnown ? 1 : 0,
      ]
    }
  }
  private let shot: Shot

  var tableFigures: [Double] { shot.figures }

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    boost = (
      declare.catalogue(system, "boost_time"), declare.catalogue(system, "boost_height")
    )
    drag = declare.catalogue(system, "drag_loading")
    apogee = declare.optional(system, "apogee")
    let (time, flown): (Input<TimeSpan>?, Input<Length>?) = (
      declare.optional(system, "flight_time"), declare.optional(system, "flight_distance")
    )
    timed = if let time, let flown { (time, flown) } else { nil }
    yields =
      apogee == nil || timed == nil
      ? nil
      : declare.own(
        Address("catalogue", system, "yields"), Law(.knowledge, .uniform(low: 0, high: 1)))
    loft =
      declare.optional(system, "loft")
      ?? declare.own(
        Address("catalogue", system, "loft"),
        Law(.adversary, .pert(low: 0, likely: 0, high: 1, outer: false)))
    crossSection = CrossSection(&declare, system: system)
    func drawn(_ field: String) -> ClosedRange<Double>? {
      declare.law(of: system, field)?.drawn
    }
    let loadings = drawn("drag_loading")!
    shot = Shot(
      heights: drawn("boost_height")!,
      drag: (0.5 / loadings.upperBound)...(0.5 / loadings.lowerBound),
      range: drawn("range")!.upperBound,
      apogee: BallisticKind.union(
        drawn("apogee"),
        BallisticKind.apogees(
          drawn("flight_time"), over: drawn("flight_distance"), boost: drawn("boost_time")!)),
      isKnown: drawn("loft")?.lowerBound == 1 && (apogee != nil || timed != nil))
  }

  /// The flights from an area to a place; nil where the figures do not reach it.
  func table(from start: Position, area: Length, to end: Position) -> BallisticTable? {
    let (length, course) = Geodesic.inverse(from: start, to: end)
    func point(_ p: Position) -> BallisticShot.Point {
      BallisticShot.Point(latitude: p.latitude.radians, longitude: p.longitude.radians)
    }
    let area = min(area.metres, 0.5 * length.metres)
    let highest =
      shot.apogee?.upperBound
      ?? Kepler.loftedApogee(
        range: length.metres - area, farthest: shot.range, radius: Radar.earthRadius)
    let bend =
      shot.isKnown ? BallisticTable.Bend.known(shot.apogee!) : .lofted(to: highest)
    return BallisticTable(
      to: point(end), course: course.radians, distance: length.metres, area: area,
      start: { nearer in
        point(Geodesic.direct(from: start, azimuth: course, distance: .metres(nearer)))
      }, bend, heights: shot.heights, drag: shot.drag)
  }

  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (draws[minimumRange, group], draws[range, group])
  }

  func fly(_ leg: Leg, into block: inout TimelineBlock) {
    guard let table = leg.table else { return leg.tellNoFlight(into: &block) }
    leg.tell(
      flight(leg.length, table, leg.draws, leg.group), burnout: leg(boost.time), into: &block)
  }

  private func flight(
    _ distance: Lanes, _ table: BallisticTable, _ draws: DrawBlock, _ group: Int
  ) -> TabulatedFlight {
    let air: Lanes = 0.5 / draws[drag, group]
    let height = draws[boost.height, group]
    let highest = known(draws, group) ?? speedAllows(distance, draws[range, group])
    let boosted = (time: draws[boost.time, group], height: height)
    if shot.isKnown {
      return table.flight(distance: distance, apogee: highest, drag: air, boost: boosted)
    }
    let least = table.leastApogee(distance: distance, drag: air, height: height)
    // even steps of √apogee are nearly even steps of time
    let (low, high) = (
      LaneMath.squareRoot(least), LaneMath.squareRoot(LaneMath.greatest(highest, least))
    )
    let lofted = low + draws[loft, group] * (high - low)
    return table.flight(
      distance: distance, apogee: lofted * lofted, drag: air, boost: boosted)
  }

  /// The highest apogee that is known, m: claimed, or that of a published flight; nil where nobody says.
  private func known(_ draws: DrawBlock, _ group: Int) -> Lanes? {
    let claimed = apogee.map { draws[$0, group] }
    guard let timed else { return claimed }
    let free = draws[timed.time, group] - draws[boost.time, group]
    let flown = draws[timed.distance, group]
    var arc = Lanes.zero
    for lane in 0..<4 { arc[lane] = BallisticKind.apogee(over: flown[lane], free: free[lane]) }
    guard let claimed, let yields else { return arc }
    return LaneMath.pick(claimed, arc, where: draws[yields, group] .>= 0.5)
  }

  private static func apogee(over distance: Double, free: Double) -> Double {
    Kepler.apogee(
      range: distance, time: free, radius: Radar.earthRadius, mu: Earth.wgs84.mu)
  }

  /// Between which apogees a published flight may lie.
  private static func apogees(
    _ time: ClosedRange<Double>?, over distance: ClosedRange<Double>?, boost: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    guard let time, let distance else { return nil }
    // a shorter way in the same time is a higher one
    let ends = [
      apogee(over: distance.upperBound, free: time.lowerBound - boost.upperBound),
      apogee(over: distance.lowerBound, free: time.upperBound - boost.lowerBound),
      apogee(over: distance.upperBound, free: time.upperBound - boost.lowerBound),
    ]
    return ends.min()!...ends.max()!
  }

  private static func union(
    _ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?
  ) -> ClosedRange<Double>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }

  /// Apogee of the most lofted flight that the speed of the farthest range allows, m.
  private func speedAllows(_ distance: Lanes, _ farthest: Lanes) -> Lanes {
    var highest = Lanes.zero
    for lane in 0..<4 {
      highest[lane] = Kepler.loftedApogee(
        range: distance[lane], farthest: farthest[lane], radius: Radar.earthRadius)
    }
    return highest
  }
}

extension TabulatedFlight: Flight {
  /// Knots lie closer than steps of equal time where the height changes fast.
  func risen(_ view: RadarView) -> Lanes {
    first(
      of: knotCount - 1,
      { knot in
        let here = place(ofKnot: knot)
        return (time(ofKnot: knot), here.altitude, here.travelled)
      }, where: { view.sees($0, after: $1) })
  }

  /// Knot by knot on the way down, the last before the ceiling is passed.
  func below(_ ceiling: Lanes, from t: Lanes) -> Lanes {
    var down = t
    for i in 0..<(knotCount - 1) {
      let knot = time(ofKnot: i)
      let above: LaneMask = (place(ofKnot: i).altitude .> ceiling) .& (knot .> t)
      down.replace(with: knot, where: above)
    }
    return LaneMath.pick(t, down, where: place(t).altitude .> ceiling)
  }

  /// The last knot that has not come so far.
  func earliest(at x: Lanes) -> Lanes {
    var t = Lanes.zero
    for i in 0..<knotCount {
      let short: LaneMask = place(ofKnot: i).travelled .< x
      guard any(short) else { break }
      t.replace(with: time(ofKnot: i), where: short)
    }
    return t
  }

  /// Where a free flight ends is known once the boost is over.
  func confined(to region: Lanes) -> Lanes { boostEnd }
}
