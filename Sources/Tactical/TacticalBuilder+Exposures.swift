internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Which threats meet which places, and what may see and meet them on the way.
extension TacticalBuilder {
  func engagement(
    _ index: Int, _ place: Theatre.Place, net: Engagement.Net, person: Int, load: Int
  ) -> Engagement {
    let launcher = launchers[index]
    let exposure = Exposure(
      level: .tactical, threat: launcher.force.address, place: place.address)
    let known = engagementsKnown.all[exposure]
    if let known, engagementsKnown.sensorsToo {
      return known.taken(launcher: index, person: person, load: load, net: net)
    }
    let start = launcher.site.position
    let (length, _) = Geodesic.inverse(from: start, to: place.position)
    let geodesic = length.metres
    let chord = start.direction - place.position.direction
    let half = (chord * chord).sum().squareRoot() / 2
    let arc = LaneMath.angle(versine: Lanes(repeating: 2 * half * half))[0]
    let middle = Geodesic.line(from: start, to: place.position, count: 2)[1]
    let course = Geodesic.inverse(from: middle, to: place.position).azimuth.radians
    let (sine, cosine) = sineAndCosine(course)
    let farthest = declare.inputs.declared[
      declare.inputs.column(of: Address("catalogue", launcher.force.system, "range"))!
    ].law.range.upperBound
    let nearest = geodesic - launcher.force.area.metres
    let beyond = nearest > 1.01 * farthest ? nearest - farthest : nil
    var inside: Double?
    if let known {
      inside = known.inside
    } else if !launcher.isBallistic, beyond == nil {
      inside = environment.entry(from: start, to: place.position).map { (1 - $0) * geodesic }
    }
    var table: BallisticTable?
    if let known {
      table = known.table
    } else if case .ballistic(let kind) = launcher.kind, beyond == nil {
      table = kind.table(from: start, area: launcher.force.area, to: place.position)
    }
    return Engagement(
      exposure: exposure, launcher: index, person: person, load: load, net: net,
      target: GreatCircle.Direction(place.position.direction),
      scale: arc > 1e-6 ? geodesic / arc : Radar.earthRadius, course: (sine, cosine),
      inside: inside, atWar: theatre.chain(of: place.country).rules == .war, table: table,
      beyond: beyond,
      candidates: beyond == nil ? candidates(from: start, to: place, launcher) : [],
      batteries: beyond == nil ? batteries(from: start, to: place, launcher) : [])
  }

  /// Whether a site of one country tells or protects a place of another.
  func serves(_ site: Theatre.Site, _ place: Theatre.Place) -> Bool {
    site.country == place.country
      || theatre.alliance.contains(place.country) && theatre.alliance.contains(site.country)
  }

  /// Sensors from which the track is ever within the gates and over the farthest horizon, nearest to
  /// the launch first.
  private func candidates(
    from start: Position, to place: Theatre.Place, _ launcher: Launcher
  ) -> [Engagement.Candidate] {
    let line = Geodesic.line(from: start, to: place.position, count: 24).map(\.direction)
    let spacing = Geodesic.distance(from: start, to: place.position).metres / 40
    var found: [(distance: Double, candidate: Engagement.Candidate)] = []
    func consider(
      _ site: Theatre.Site, reach: Double, processes: [String]?,
      _ candidate: Engagement.Candidate
    ) {
      guard serves(site, place), processes?.contains(launcher.name) ?? true else { return }
      let distances = TacticalBuilder.distances(from: site.position, to: line)
      if distances.min()! <= reach + spacing + launcher.force.area.metres {
        found.append((distances[0], candidate))
      }
    }
    for (index, radar) in radars.enumerated() {
      let antenna: Double
      var margin = radar.site.precision.metres + 60_000
      if case .orbit = radar.kind.mount {
        antenna = 12_000
        margin += 600_000
      } else {
        antenna = radar.rise + 537
      }
      let horizon = Radar.horizon(antenna: antenna, target: launcher.ceiling, k: 10)
      consider(
        radar.site, reach: min(radar.kind.gate, horizon) + margin,
        processes: radar.kind.processes, .radar(index))
    }
    for (index, area) in observers.enumerated() where !launcher.isBallistic {
      consider(
        area.site, reach: area.kind.widest, processes: area.kind.processes, .observers(index))
    }
    return found.sorted { $0.distance < $1.distance }.map(\.candidate)
  }

  /// Chords, never longer than the geodesic by more than half a percent: what screens, screens wide.
  private static func distances(
    from site: Position, to line: [SIMD3<Double>]
  ) -> [Double] {
    let here = site.direction
    return line.map { point in
      let chord = point - here
      return 0.995 * Radar.earthRadius * (chord * chord).sum().squareRoot()
    }
  }

  private func batteries(
    from start: Position, to place: Theatre.Place, _ launcher: Launcher
  ) -> [Int] {
    let line = Geodesic.line(from: start, to: place.position, count: 24).map(\.direction)
    let spacing = Geodesic.distance(from: start, to: place.position).metres / 40
    return batteries.indices.filter { index in
      let battery = batteries[index]
      guard serves(battery.site, place),
        !launcher.isBallistic || battery.kind.ballisticRange != nil
      else { return false }
      let nearest = TacticalBuilder.distances(from: battery.site.position, to: line).min()!
      let reach = battery.kind.farthest(ballistic: launcher.isBallistic)
      return nearest <= reach + spacing + launcher.force.area.metres
    }
  }
}
