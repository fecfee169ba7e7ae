internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A ballistic missile: figures that choose a flight from a table shot for the pair of places.
struct BallisticKind {
  static let fields = FieldTable(
    "ballistic", "a missile in free flight above the air",
    [
      Field("range", Length.self, "greatest distance it reaches", in: 10_000...15_000_000),
      Field("minimum_range", Length.self, "least distance it is fired over", in: 0...10_000_000),
      Field("boost_time", TimeSpan.self, "duration of the boost", in: 1...400),
      Field("boost_height", Length.self, "altitude at the end of the boost", in: 100...500_000),
      Field("drag_loading", MassLoading.self, "mass per drag area, m/(c A)", in: 100...100_000),
      Field(
        "apogee", Length.self, "highest altitude, where it is known; else least energy",
        kind: .adversary, required: false, in: 5_000...10_000_000),
      Field(
        "peak_speed", Speed.self, "speed at the end of the boost, where it is known",
        required: false, in: 100...8_000),
      Field(
        "radar_cross_section", Area.self, "radar cross-section", kind: .chance, in: 1e-4...100),
      TakeOff.field,
    ] + SalvoKind.fields,
    orders: [("minimum_range", "range"), ("boost_height", "apogee")])

  let range: Input<Length>
  let minimumRange: Input<Length>
  let drag: Input<MassLoading>
  let apogee: Input<Length>?
  let peakSpeed: Input<Speed>?
  let crossSection: Input<Area>
  /// What the table of a pair of places is shot with: the same in every draw.
  struct Shot: Hashable, Sendable {
    let boostTime, boostHeight: Double
    let drag: ClosedRange<Double>
    let mode: BallisticTable.Mode
  }
  let shot: Shot

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    minimumRange = declare.catalogue(system, "minimum_range")
    drag = declare.catalogue(system, "drag_loading")
    apogee = declare.optional(system, "apogee")
    peakSpeed = declare.optional(system, "peak_speed")
    crossSection = declare.catalogue(system, "radar_cross_section")
    func law(_ field: String) -> Law? {
      declare.theatre.law(Address("catalogue", system, field), under: declare.posture)
    }
    let boostHeight = law("boost_height")!.likely
    let loadings = law("drag_loading")!.drawn
    let mode: BallisticTable.Mode
    if let range = law("apogee")?.drawn {
      let floor = 1.2 * boostHeight
      mode = .apogee(
        low: max(range.lowerBound, floor), high: max(range.upperBound, floor))
    } else if let range = law("peak_speed")?.drawn {
      mode = .speed(high: range.upperBound)
    } else {
      mode = .leastEnergy
    }
    shot = Shot(
      boostTime: law("boost_time")!.likely, boostHeight: boostHeight,
      drag: (0.5 / loadings.upperBound)...(0.5 / loadings.lowerBound), mode: mode)
  }

  /// The flights from an area to a place; nil where the figures do not reach it.
  func table(from start: Position, area: Length, to end: Position) -> BallisticTable? {
    let (length, course) = Geodesic.inverse(from: start, to: end)
    func point(_ p: Position) -> BallisticShot.Point {
      BallisticShot.Point(latitude: p.latitude.radians, longitude: p.longitude.radians)
    }
    return BallisticTable(
      to: point(end), course: course.radians, distance: length.metres,
      area: min(area.metres, 0.5 * length.metres),
      start: { nearer in
        point(Geodesic.direct(from: start, azimuth: course, distance: .metres(nearer)))
      }, mode: shot.mode, boost: (shot.boostTime, shot.boostHeight), drag: shot.drag)
  }

  func flight(
    _ distance: Lanes, _ table: BallisticTable, _ draws: DrawBlock, _ group: Int
  ) -> TabulatedFlight {
    let wanted = apogee.map { draws[$0, group] } ?? peakSpeed.map { draws[$0, group] } ?? .zero
    return table.flight(distance: distance, wanted: wanted, drag: 0.5 / draws[drag, group])
  }

  /// Lanes whose range, least range and speed allow the distance.
  func reaches(
    _ distance: Lanes, _ table: BallisticTable, _ draws: DrawBlock, _ group: Int
  ) -> LaneMask {
    var yes: LaneMask =
      (distance .<= draws[range, group]) .& (distance .>= draws[minimumRange, group])
    if let peakSpeed {
      let least = table.leastSpeed(distance: distance, drag: 0.5 / draws[drag, group])
      yes .&= (draws[peakSpeed, group] .>= least)
    }
    return yes
  }
}

extension TabulatedFlight: Flight {
  /// The first knot at which the horizon is passed, then bisection back to the moment.
  func risen(_ view: RadarView) -> Lanes {
    var high = flightTime
    var found = LaneMask(repeating: false)
    var low = Lanes.zero
    for i in 0..<(knotCount - 1) {
      let t = time(ofKnot: i)
      let here = place(ofKnot: i)
      let seen: LaneMask = view.sees(here.altitude, after: here.travelled) .& .!found
      high.replace(with: t, where: seen)
      found .|= seen
      low.replace(with: t, where: .!found)
      if all(found) { break }
    }
    for _ in 0..<10 {
      let middle = 0.5 * (low + high)
      let here = place(middle)
      let seen = view.sees(here.altitude, after: here.travelled)
      high.replace(with: middle, where: seen .& found)
      low.replace(with: middle, where: .!seen .& found)
    }
    return LaneMath.pick(flightTime, high, where: found)
  }

  func mayRise(_ view: RadarView, before limit: Lanes) -> Bool { true }

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

  func looksTogether(slant2: Lanes, scan: Lanes) -> Int { 1 }

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
  func confined(to region: Lanes) -> Lanes { Lanes(repeating: boostEnd) }
}
