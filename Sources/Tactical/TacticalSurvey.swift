internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Synchronization
public import Theatre
internal import Timelines

/// What the tactical rung works out of theatre and environment alone: geometry, the ground that radars stand
/// on, tables of ballistic flights. Everything is worked out when it is first asked for and shared by all
/// postures; nothing depends on the order in which it is asked.
public final class TacticalSurvey: Sendable {
  public let theatre: Theatre
  public let environment: Environment
  /// The kinds that may fly and watch.
  let kinds: TacticalKinds

  /// A pair of a launch site and a place.
  struct Pair {
    /// Geodesic length, m.
    let length: Double
    let target: GreatCircle.Direction
    /// Metres per radian that give the pair its geodesic length.
    let scale: Double
    /// East and north part of the course halfway.
    let course: (east: Double, north: Double)
    /// Directions of 25 points from launch to place.
    let line: [SIMD3<Double>]
    /// Metres between points to which what screens the line is sure, m.
    let spacing: Double
  }

  /// How near a site comes to a line, and how near to its start, m.
  struct Approach {
    let nearest, atLaunch: Double
  }

  private struct PairKey: Hashable { let site, place: String }
  private struct ApproachKey: Hashable { let observer, site, place: String }
  private struct TableKey: Hashable {
    let site, place: String
    let area: Length
    let figures: [Double]
  }

  private let pairs = Mutex<[PairKey: Pair]>([:])
  private let entries = Mutex<[PairKey: Double?]>([:])
  private let handovers = Mutex<[PairKey: Double?]>([:])
  private let approaches = Mutex<[ApproachKey: Approach]>([:])
  private let tables = Mutex<[TableKey: BallisticTable?]>([:])
  private let stands = Mutex<[String: RadarStand]>([:])
  private let neighbours = Mutex<[String: [Double]]>([:])

  public init(
    _ theatre: Theatre, _ environment: Environment, kinds: TacticalKinds = .shipped
  ) {
    (self.theatre, self.environment, self.kinds) = (theatre, environment, kinds)
  }

  /// What is kept under a key, or worked out and kept. Two tasks may work the same thing out at once: it is
  /// the same.
  private func kept<Key: Hashable & Sendable, Value: Sendable>(
    _ key: Key, in store: borrowing Mutex<[Key: Value]>, _ make: () -> Value
  ) -> Value {
    if let known = store.withLock({ $0[key] }) { return known }
    let made = make()
    store.withLock { $0[key] = made }
    return made
  }

  func pair(_ site: Theatre.Site, _ place: Theatre.Place) -> Pair {
    kept(PairKey(site: site.id, place: place.id), in: pairs) {
      let start = site.position
      let length = Geodesic.inverse(from: start, to: place.position).distance.metres
      let chord = start.direction - place.position.direction
      let half = (chord * chord).sum().squareRoot() / 2
      let arc = LaneMath.angle(versine: Lanes(repeating: 2 * half * half))[0]
      let middle = Geodesic.line(from: start, to: place.position, count: 2)[1]
      let course = Geodesic.inverse(from: middle, to: place.position).azimuth.radians
      let (sine, cosine) = sineAndCosine(course)
      return Pair(
        length: length, target: GreatCircle.Direction(place.position.direction),
        scale: arc > 1e-6 ? length / arc : Radar.earthRadius, course: (sine, cosine),
        line: Geodesic.line(from: start, to: place.position, count: 24).map(\.direction),
        spacing: Geodesic.distance(from: start, to: place.position).metres / 40)
    }
  }

  /// Metres of a track that lie inside the border that makes it hostile; nil where it never crosses it.
  func inside(_ site: Theatre.Site, _ place: Theatre.Place) -> Double? {
    let length = pair(site, place).length
    return kept(PairKey(site: site.id, place: place.id), in: entries) {
      environment.entry(from: site.position, to: place.position).map { (1 - $0) * length }
    }
  }

  /// Metres of a track from where it enters the place's country after it has been over another that may tell of it; nil
  /// where it comes by nobody first.
  func handover(_ site: Theatre.Site, _ place: Theatre.Place) -> Double? {
    let length = pair(site, place).length
    return kept(PairKey(site: site.id, place: place.id), in: handovers) {
      environment.handover(from: site.position, to: place.position, country: place.country)
        .map { (1 - $0) * length }
    }
  }

  /// Chords, never longer than the geodesic by more than half a percent: what screens, screens wide.
  func approach(
    of observer: Theatre.Site, to site: Theatre.Site, _ place: Theatre.Place
  ) -> Approach {
    kept(ApproachKey(observer: observer.id, site: site.id, place: place.id), in: approaches) {
      let here = observer.position.direction
      let distances = pair(site, place).line.map { point in
        let chord = point - here
        return 0.995 * Radar.earthRadius * (chord * chord).sum().squareRoot()
      }
      return Approach(nearest: distances.min()!, atLaunch: distances[0])
    }
  }

  /// Ballistic flights from an area to a place; nil where the figures do not reach it.
  func table(
    _ kind: any ThreatKind, from site: Theatre.Site, area: Length, to place: Theatre.Place
  ) -> BallisticTable? {
    let figures = kind.tableFigures
    guard !figures.isEmpty else { return nil }
    return kept(
      TableKey(site: site.id, place: place.id, area: area, figures: figures), in: tables
    ) {
      kind.table(from: site.position, area: area, to: place.position)
    }
  }

  /// The air at a radar, and the ground under one on a mast.
  func stand(of site: Theatre.Site, isAirborne: Bool) -> RadarStand {
    kept(site.id, in: stands) { RadarStand(site, environment, isAirborne: isAirborne) }
  }

  /// Distances from a place to all of its country's places, ascending, m.
  func neighbours(of place: Theatre.Place) -> [Double] {
    kept(place.id, in: neighbours) {
      theatre.places.filter { $0.country == place.country }.map {
        Geodesic.distance(from: place.position, to: $0.position).metres
      }.sorted()
    }
  }

  /// Whether a site of one country tells or protects a place of another.
  func serves(_ site: Theatre.Site, _ place: Theatre.Place) -> Bool {
    site.country == place.country
      || theatre.alliance.contains(place.country) && theatre.alliance.contains(site.country)
  }

  /// Whether a radar tells any of the scenario's places.
  func servesAny(_ site: Theatre.Site) -> Bool {
    theatre.places.contains { serves(site, $0) }
  }

  /// Whether batteries of the scenario may serve a country's places: its own sensors tell of threats, and some
  /// posture, or the one that is looked at, has air defence on the side of the places.
  func hasBatteries(_ country: String, _ posture: Theatre.Posture) -> Bool {
    guard theatre.chain(of: country).net == .tracks else { return false }
    return (theatre.postures + [posture]).flatMap(\.sensors).contains { id in
      guard let site = theatre.sites[id], let system = site.system else { return false }
      return theatre.defended.contains(site.country)
        && theatre.systems[system]?.kind == TacticalKinds.batteries
    }
  }
}

/// The ground and the air at a radar.
struct RadarStand: Sendable {
  /// How far its cell stands above the ground around, m.
  let rise: Double
  /// How far the highest ground of its cell stands above the cell's mean, m; nil where no terrain says.
  let relief: Double?
  /// Terrain that hides more than the smooth Earth does; nil where none does.
  let skyline: Skyline?
  /// Effective-radius factor and bending by share of time.
  let shares: [Double]
  let factors: [Double]
  let bendings: [Refraction]

  init(_ site: Theatre.Site, _ environment: Environment, isAirborne: Bool) {
    if isAirborne {
      (relief, rise, skyline) = (0, 0, nil)
    } else {
      relief =
        environment.terrain?.stand(at: site.position, precision: site.precision)?.relief
      rise = environment.rise(at: site.position)
      skyline = environment.skyline(at: site.position, antenna: 30)
    }
    (shares, factors) = environment.refraction(at: site.position)
    bendings = factors.map { Refraction(k: $0) }
  }

  /// k and the bending for uniforms that the whole theatre shares.
  func air(_ uniforms: Lanes) -> (k: Lanes, bending: Bending) {
    var (k, bending) = (Lanes.zero, Bending(bendings[0]))
    for lane in 0..<4 {
      let here = air(uniforms[lane])
      k[lane] = here.k
      bending.set(here.bending, lane: lane)
    }
    return (k, bending)
  }

  private func air(_ uniform: Double) -> (k: Double, bending: Refraction) {
    guard let upper = shares.firstIndex(where: { $0 >= uniform }) else {
      return (factors.last!, bendings.last!)
    }
    guard upper > 0 else { return (factors[0], bendings[0]) }
    let share = (uniform - shares[upper - 1]) / (shares[upper] - shares[upper - 1])
    return (
      factors[upper - 1] + share * (factors[upper] - factors[upper - 1]),
      bendings[upper - 1].mixed(with: bendings[upper], share: share)
    )
  }
}
