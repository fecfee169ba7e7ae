/// A kinematic profile of a quasi-ballistic flight: altitude and ground distance over time.
///
/// Flight time and apogee are primary, everything else follows from them:
///
///     boost     0 … t₁   h = ½ a t², ground speed rises linearly to v
///     coast     … t₂     free arc under g up to the apogee H
///     fall      … t₃     free fall from H
///     and then, as the time left demands, one of
///       arc      free fall to the ground (H is lowered until the flight time fits)
///       line     lift of 1 g: a straight descent at the sink speed reached
///       glide    a pull-out at 3 g of lift, level flight, a dive at a steady sink speed
///
/// Lift may only do what the air allows: ½ ρ v² ℓ ≥ 1 g where the line begins, ≥ 3 g where the
/// pull-out begins, with ρ of `density(altitude:)` (within 10 % of US-1976 from 20 to 50 km,
/// `QuasiBallisticTests.density`). Ground speed is v until the last `dive` seconds and never rises
/// after burnout, altitude falls after the apogee: specific energy never rises after burnout.
///
/// Four lanes, SI. Not a model of guidance or aerodynamics, and no burnout state leaves it.
public struct QuasiBallistic: Sendable {
  public static let gravity = 9.80665
  /// The distance that a mean speed is for where nobody says: Kaliningrad to Warsaw, m.
  public static let reference = 285_000.0
  /// The one exponential of the air in which lift is decided: ρ = `airAtZero` exp(−h/`airScale`), kg/m³, m.
  @usableFromInline static let airAtZero = 1.62
  @usableFromInline static let airScale = 6_750.0
  /// Length of the last phase, in which ground speed falls, s.
  @usableFromInline static let diveTime = 25.0

  /// What is known of the class, in four draws.
  public struct Figures: Sendable {
    /// Mean ground speed, m/s, over a shot of `reference`, m.
    public var meanSpeed, reference: Lanes
    /// Highest altitude, m.
    public var apogee: Lanes
    /// Speed at the end, m/s.
    public var terminalSpeed: Lanes
    /// Duration of the boost, s.
    public var boost: Lanes
    /// Lift loading ℓ, m²/kg.
    public var lift: Lanes

    public init(
      meanSpeed: Lanes, reference: Lanes = Lanes(repeating: QuasiBallistic.reference),
      apogee: Lanes, terminalSpeed: Lanes, boost: Lanes, lift: Lanes
    ) {
      self.reference = reference
      (self.meanSpeed, self.apogee, self.terminalSpeed) = (meanSpeed, apogee, terminalSpeed)
      (self.boost, self.lift) = (boost, lift)
    }
  }

  public let flightTime: Lanes
  public let distance: Lanes
  /// Reached apogee; below the claimed one where the flight is too short for it.
  public let apogee: Lanes
  public let boost: Lanes
  /// Time of the apogee, s.
  public let top: Lanes
  /// Ground speed between boost and dive, m/s.
  public let speed: Lanes
  /// Vertical speed at the end of the boost, m/s.
  @usableFromInline let climb: Lanes
  /// Over the ground at the start and the end of the last phase, m/s.
  @usableFromInline let entrySpeed: Lanes
  @usableFromInline let endSpeed: Lanes
  /// End of free fall, altitude and sink speed there.
  @usableFromInline let fallEnd: Lanes
  @usableFromInline let fallHeight: Lanes
  @usableFromInline let sink: Lanes
  /// Lanes that pull out and glide; end of the pull-out, its altitude, start of the dive.
  @usableFromInline let glides: LaneMask
  @usableFromInline let pulledOut: Lanes
  @usableFromInline let level: Lanes
  @usableFromInline let dive: Lanes
  @usableFromInline let lift: Lanes

  /// - Parameters:
  ///   - distance: along the ground, m, > 0.
  ///   - keepsApogee: draws in which the apogee is flown as it is claimed for the reference distance, lower over a shorter
  ///     one, and the flight lasts longer for it where the mean speed leaves too little time; in the others the apogee is as
  ///     high as the time allows.
  public init(
    distance: Lanes, figures: Figures, keepsApogee: LaneMask = LaneMask(repeating: false)
  ) {
    let g = QuasiBallistic.gravity
    let dive = QuasiBallistic.diveTime
    let end = 0.5 * figures.terminalSpeed
    let t1 = figures.boost
    let referenceTime = figures.reference / figures.meanSpeed
    let v = (figures.reference - 0.5 * dive * end) / (referenceTime - 0.5 * t1 - 0.5 * dive)
    let fastest = LaneMath.greatest(v, end)
    var time = LaneMath.greatest(
      (distance + 0.5 * dive * (fastest - end)) / fastest + 0.5 * t1, t1 + dive + 5)
    var highest = figures.apogee
    if any(keepsApogee) {
      // a shorter shot than the one that is spoken of stays as much lower
      let share = LaneMath.least(distance / figures.reference, Lanes(repeating: 1))
      highest.replace(with: figures.apogee * share, where: keepsApogee)
      let free = QuasiBallistic.freeTime(to: highest, boost: t1)
      time.replace(with: free, where: keepsApogee .& (free .> time))
    }
    // the free arc that lasts exactly this long: y = climb/g = (T − t₁)²/(2T − t₁)
    let rest = time - t1
    let y = rest * rest / (2 * time - t1)
    let arc = 0.5 * g * (y * t1 + y * y)
    let height = LaneMath.least(highest, arc)
    // climb from H = climb t₁/2 + climb²/2g
    let w = g * (LaneMath.squareRoot(0.25 * t1 * t1 + 2 * height / g) - 0.5 * t1)
    let top = t1 + w / g
    let left = LaneMath.greatest(time - top, Lanes(repeating: 1))
    // level where lift of one and of three g is to be had
    let (thin, scale) = (0.5 * QuasiBallistic.airAtZero, QuasiBallistic.airScale)
    let pressure = thin * fastest * fastest * figures.lift
    let oneG = LaneMath.least(
      height, scale * LaneMath.log(LaneMath.greatest(pressure / g, Lanes(repeating: 1))))
    let threeG = LaneMath.least(
      height, scale * LaneMath.log(LaneMath.greatest(pressure / (3 * g), Lanes(repeating: 1))))
    // the line: fall for t, then sink at g t; t = S − √(S² − 2H/g)
    let root = LaneMath.squareRoot(LaneMath.greatest(left * left - 2 * height / g, .zero))
    let wanted = left - root
    let least = LaneMath.squareRoot(2 * LaneMath.greatest(height - oneG, .zero) / g)
    let lineTime = least + oneG / LaneMath.greatest(g * least, Lanes(repeating: 1))
    // the pull-out: two g net, from the three-g level
    let fall = LaneMath.squareRoot(2 * LaneMath.greatest(height - threeG, .zero) / g)
    let floor = threeG - g * fall * fall / 4
    let pull = fall / 2
    let diveStart = time - dive
    let glides: LaneMask =
      (left .> lineTime) .& (floor .> 5_000) .& (top + fall + pull .< diveStart)
    let fallTime = LaneMath.pick(wanted, fall, where: glides)

    flightTime = time
    self.distance = distance
    apogee = height
    boost = t1
    self.top = top
    // a dive turns the velocity down: what it sinks by is taken from the speed over the ground
    let steep = LaneMath.pick(.zero, floor / dive, where: glides)
    let cruiseTime = LaneMath.greatest(time - 0.5 * t1 - dive, Lanes(repeating: 1))
    var (cruise, entry) = (fastest, fastest)
    for _ in 0..<5 {
      entry = LaneMath.squareRoot(LaneMath.greatest(cruise * cruise - steep * steep, end * end))
      cruise = LaneMath.greatest(
        (distance - 0.5 * dive * (entry + end)) / cruiseTime, Lanes(repeating: 1))
    }
    speed = cruise
    climb = w
    entrySpeed = entry
    endSpeed = end
    fallEnd = top + fallTime
    fallHeight = height - 0.5 * g * fallTime * fallTime
    sink = g * fallTime
    self.glides = glides
    pulledOut = top + fall + pull
    level = floor
    self.dive = diveStart
    lift = figures.lift
  }

  /// How long the free arc up to an apogee lasts, boost included, s: H = ½ g (y t₁ + y²), then (T − t₁)² = y (2T − t₁).
  public static func freeTime(to apogee: Lanes, boost: Lanes) -> Lanes {
    let y =
      LaneMath.squareRoot(0.25 * boost * boost + 2 * apogee / gravity) - 0.5 * boost
    return boost + y + LaneMath.squareRoot(y * y + y * boost)
  }

  /// The fastest point of the flight, at burnout, m/s; what a published peak speed is held against.
  public var peakSpeed: Lanes { LaneMath.squareRoot(speed * speed + climb * climb) }

  /// Altitude, m, at `t` s after launch; 0 before and after.
  @inlinable @inline(__always)
  public func altitude(_ t: Lanes) -> Lanes {
    let g = QuasiBallistic.gravity
    let up = 0.5 * (climb / boost) * t * t
    let coast = t - boost
    let rise = 0.5 * climb * boost + coast * (climb - 0.5 * g * coast)
    // the same arc carries on through the apogee into free fall
    let line = fallHeight - sink * (t - fallEnd)
    let since = t - fallEnd
    let pull = fallHeight - since * (sink - g * since)
    let down = level * (flightTime - t) / QuasiBallistic.diveTime
    var glide = LaneMath.pick(pull, level, where: t .>= pulledOut)
    glide = LaneMath.pick(glide, down, where: t .>= dive)
    let descent = LaneMath.pick(line, glide, where: glides)
    var h = LaneMath.pick(up, rise, where: t .>= boost)
    h = LaneMath.pick(h, descent, where: t .>= fallEnd)
    return LaneMath.greatest(LaneMath.pick(h, .zero, where: t .>= flightTime), .zero)
  }

  /// Distance flown along the ground, m, at `t` s.
  @inlinable @inline(__always)
  public func travelled(_ t: Lanes) -> Lanes {
    let u = LaneMath.least(LaneMath.greatest(t, .zero), flightTime)
    let up = 0.5 * (speed / boost) * u * u
    let cruise = speed * (u - 0.5 * boost)
    let late = LaneMath.greatest(u - dive, .zero)
    let braking = 0.5 * (entrySpeed - endSpeed) / QuasiBallistic.diveTime
    let lost = late * (speed - entrySpeed + braking * late)
    return LaneMath.pick(up, cruise, where: u .>= boost) - lost
  }

  /// First time at which the climb reaches a height, s; the apogee's time where it never does.
  @inlinable @inline(__always)
  public func rises(above height: Lanes) -> Lanes {
    let g = QuasiBallistic.gravity
    let low = LaneMath.squareRoot(2 * height * boost / climb)
    let burnout = 0.5 * climb * boost
    let left = LaneMath.greatest(climb * climb - 2 * g * (height - burnout), .zero)
    let high = boost + (climb - LaneMath.squareRoot(left)) / g
    return LaneMath.least(LaneMath.pick(low, high, where: height .> burnout), top)
  }

  /// A time after the apogee up to which it stays above a height: exact in free fall, the end of the
  /// fall where the height is passed later.
  @inlinable @inline(__always)
  public func falls(below height: Lanes) -> Lanes {
    let drop = LaneMath.greatest(apogee - height, .zero)
    return LaneMath.least(top + LaneMath.squareRoot(2 * drop / QuasiBallistic.gravity), fallEnd)
  }

  /// First time after burnout at which everything the missile can still reach fits a region.
  ///
  ///     reach(t) = ∫ a(s) (T − s) ds from t to T,  a = min(limit, ½ ρ(h) v² ℓ)
  ///
  /// and never more than the path that is left. It falls towards the end; trapezoids over 16 equal
  /// steps, linear between them: error below 2 s (`QuasiBallisticTests.localisation`).
  ///
  /// - Parameters:
  ///   - radius: of the region, m.
  ///   - limit: greatest lateral acceleration, m/s².
  /// - Returns: s after launch; the burnout where the region is large enough from then on.
  public func confined(to radius: Lanes, limit: Lanes) -> Lanes {
    let step = (flightTime - boost) / 16
    var found = flightTime
    var wide = LaneMask(repeating: true)
    var (reach, after) = (Lanes.zero, Lanes.zero)
    var density = acceleration(flightTime, limit: limit)
    for i in 1...16 {
      let t = flightTime - Double(i) * step
      let next = acceleration(t, limit: limit)
      let lever = Double(i) * step
      let grown = reach + 0.5 * step * (next * lever + density * (lever - step))
      let now = LaneMath.least(grown, distance - travelled(t))
      let passes = wide .& (now .> radius)
      let share = (radius - after) / LaneMath.greatest(now - after, Lanes(repeating: 1e-6))
      found.replace(with: t + (1 - share) * step, where: passes)
      let stillWide: LaneMask = wide .& (now .<= radius)
      wide = stillWide
      reach = grown
      after = now
      density = next
    }
    return LaneMath.pick(found, boost, where: wide)
  }

  private func acceleration(_ t: Lanes, limit: Lanes) -> Lanes {
    let density = QuasiBallistic.density(altitude: altitude(t))
    return LaneMath.least(limit, 0.5 * density * speed * speed * lift)
  }

  /// Density of the air as lift sees it, kg/m³, at `altitude`, m.
  public static func density(altitude: Lanes) -> Lanes {
    airAtZero * LaneMath.exp(altitude * (-1 / airScale))
  }
}
