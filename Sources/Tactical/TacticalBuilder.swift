internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Puts a tactical rung together.
struct TacticalBuilder {
  static let weatherAddress = Address("atmosphere", "refraction")
  static let windAddresses = [
    Address("atmosphere", "wind_east"), Address("atmosphere", "wind_north"),
  ]

  let theatre: Theatre
  let posture: Theatre.Posture
  let environment: Environment
  var declare: Declarations
  var launchers: [Launcher] = []
  var radars: [RadarSite] = []
  var observers: [ObserverSite] = []
  var batteries: [Battery] = []
  var chains: [AlertChain] = []
  var loads: [AlarmLoad] = []
  var people: [Person] = []
  var nets: [ReportedNet] = []
  var engagements: [Engagement] = []
  /// Distances from each place to all of its country's places, ascending, m.
  var neighbours: [Address: [Double]] = [:]
  let weather: Input<Ratio>
  let wind: (east: Input<Speed>, north: Input<Speed>)
  private var addresses = (
    radars: [[Address]](), observers: [[Address]](), batteries: [[Address]](),
    chains: [[Address]](), loads: [[Address]](), people: [[Address]](), nets: [[Address]]()
  )

  /// What another rung has worked out already.
  private let radarsKnown: [String: RadarSite]
  private let knownRung: TacticalRung?
  private var engagementsKnown: (all: [Exposure: Engagement], sensorsToo: Bool) = ([:], false)

  init(
    theatre: Theatre, posture: Theatre.Posture, environment: Environment, like: TacticalRung?
  ) {
    (self.theatre, self.posture, self.environment) = (theatre, posture, environment)
    radarsKnown = Dictionary(
      uniqueKeysWithValues: (like?.radars ?? []).map { ($0.site.id, $0) })
    knownRung = like
    var declare = Declarations(theatre: theatre, posture: posture)
    weather = declare.own(
      TacticalBuilder.weatherAddress, Law(.chance, .uniform(low: 0, high: 1)))
    let breeze = Law(.chance, .normal(mean: 0, spread: 6))
    wind = (
      declare.own(TacticalBuilder.windAddresses[0], breeze),
      declare.own(TacticalBuilder.windAddresses[1], breeze)
    )
    self.declare = declare
  }

  mutating func build() {
    for force in posture.forces {
      let system = theatre.systems[force.system]!
      guard TacticalKinds.classes.contains(system.kind) else { continue }
      launchers.append(
        Launcher(&declare, force: force, site: theatre.sites[force.site]!, system: system))
    }
    makeSensors()
    let chainOf = makeChains()
    let personOf = makePeople()
    let loadOf = makeLoads()
    makeNeighbours()
    engagementsKnown =
      knownRung?.shared(
        with: posture, radars: radars.map(\.site.id), observers: observers.map(\.site.id),
        batteries: batteries.map(\.site.id)) ?? ([:], false)
    for launcher in launchers.indices {
      for place in theatre.places {
        engagements.append(
          engagement(
            launcher, place, net: chainOf[place.country]!, person: personOf[place.settlement]!,
            load: loadOf[place.country]!))
      }
    }
  }

  /// Columns that each engagement depends on, ascending.
  func dependencies() -> [[Int]] {
    func columns(_ addresses: [Address]) -> [Int] {
      addresses.map { declare.inputs.column(of: $0)! }
    }
    let ofLauncher = launchers.map {
      columns($0.addresses + ($0.drifts ? TacticalBuilder.windAddresses : []))
    }
    let ofChain = addresses.chains.map { columns($0 + [TacticalBuilder.weatherAddress]) }
    let ofRadar = addresses.radars.map(columns)
    let ofObservers = addresses.observers.map(columns)
    let ofBattery = addresses.batteries.map(columns)
    let (ofPerson, ofNet) = (addresses.people.map(columns), addresses.nets.map(columns))
    let ofLoad = addresses.loads.map(columns)
    return engagements.map { engagement in
      var used = Set(ofLauncher[engagement.launcher] + ofPerson[engagement.person])
      used.formUnion(ofLoad[engagement.load])
      switch engagement.net {
      case .none: break
      case .reported(let net): used.formUnion(ofNet[net])
      case .tracks(let chain):
        used.formUnion(ofChain[chain])
        for candidate in engagement.candidates {
          switch candidate {
          case .radar(let index): used.formUnion(ofRadar[index])
          case .observers(let index): used.formUnion(ofObservers[index])
          }
        }
        for battery in engagement.batteries { used.formUnion(ofBattery[battery]) }
      }
      return used.sorted()
    }
  }

  // MARK: sensors and defences

  private mutating func makeSensors() {
    var kinds: [String: (RadarKind, [Address])] = [:]
    let sites = posture.sensors.compactMap { id -> (Theatre.Site, Document.System)? in
      let site = theatre.sites[id]!
      return site.system.flatMap { theatre.systems[$0] }.map { (site, $0) }
    }
    // batteries first: airborne radars keep clear of them
    let hostile = sites.filter { site, system in
      system.kind == BatteryKind.fields.name && !theatre.defended.contains(site.country)
    }.map { site, system in
      (site, declare.recording { BatteryKind(&$0, system: system.id).range })
    }
    for (site, system) in sites {
      switch system.kind {
      case RadarKind.ground.name, RadarKind.airborne.name:
        // a radar that tells none of the places has no part in their warning
        guard theatre.places.contains(where: { serves(site, $0) }) else { continue }
        let kind = kinds[system.id] ?? declare.recording { RadarKind(&$0, system: system) }
        kinds[system.id] = kind
        let clear = system.kind == RadarKind.airborne.name ? keepouts(hostile, from: site) : []
        let radar = declare.recording {
          RadarSite(
            &$0, site: site, kind: kind.0, environment: environment, keepouts: clear.map(\.0),
            known: radarsKnown[site.id])
        }
        radars.append(radar.piece)
        addresses.radars.append(kind.1 + radar.addresses + clear.map(\.1))
      case ObserverKind.fields.name:
        let made = declare.recording {
          ObserverSite(&$0, site: site, kind: ObserverKind(&$0, system: system))
        }
        observers.append(made.piece)
        addresses.observers.append(made.addresses)
      case BatteryKind.fields.name where theatre.defended.contains(site.country):
        let made = declare.recording {
          Battery(site: site, kind: BatteryKind(&$0, system: system.id))
        }
        batteries.append(made.piece)
        addresses.batteries.append(made.addresses)
      default: break
      }
    }
  }

  private func keepouts(
    _ hostile: [(Theatre.Site, (piece: Input<Length>, addresses: [Address]))],
    from site: Theatre.Site
  ) -> [(RadarSite.Keepout, Address)] {
    hostile.map { battery, range in
      let (distance, azimuth) = Geodesic.inverse(from: site.position, to: battery.position)
      let (sine, cosine) = sineAndCosine(azimuth.radians)
      return (
        RadarSite.Keepout(
          name: battery.id, east: distance.metres * sine, north: distance.metres * cosine,
          reach: range.piece),
        Address("catalogue", battery.system!, "engagement_range")
      )
    }
  }

  // MARK: alert

  private mutating func makeChains() -> [String: Engagement.Net] {
    var result: [String: Engagement.Net] = [:]
    for country in Set(theatre.places.map(\.country)).sorted() {
      switch theatre.chain(of: country).net {
      case .none: result[country] = Engagement.Net.none
      case .tracks:
        result[country] = .tracks(chain: chains.count)
        let made = declare.recording { AlertChain(&$0, theatre: theatre, country: country) }
        chains.append(made.piece)
        addresses.chains.append(made.addresses)
      case .reported:
        result[country] = .reported(net: nets.count)
        let made = declare.recording { ReportedNet(&$0, country: country) }
        nets.append(made.piece)
        addresses.nets.append(made.addresses)
      }
    }
    return result
  }

  private mutating func makeLoads() -> [String: Int] {
    var result: [String: Int] = [:]
    for country in Set(theatre.places.map(\.country)).sorted() {
      result[country] = loads.count
      let made = declare.recording { AlarmLoad(&$0, theatre: theatre, country: country) }
      loads.append(made.piece)
      addresses.loads.append(made.addresses)
    }
    return result
  }

  private mutating func makePeople() -> [String: Int] {
    var result: [String: Int] = [:]
    for settlement in Set(theatre.places.map(\.settlement)).sorted() {
      result[settlement] = people.count
      let made = declare.recording { Person(&$0, theatre: theatre, settlement: settlement) }
      people.append(made.piece)
      addresses.people.append(made.addresses)
    }
    return result
  }

  private mutating func makeNeighbours() {
    for (_, places) in Dictionary(grouping: theatre.places, by: \.country) {
      for place in places {
        neighbours[place.address] = places.map {
          Geodesic.distance(from: place.position, to: $0.position).metres
        }.sorted()
      }
    }
  }

  // MARK: exposures

  private func engagement(
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
  private func serves(_ site: Theatre.Site, _ place: Theatre.Place) -> Bool {
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
