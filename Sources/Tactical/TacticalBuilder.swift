internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// One exposure, with everything that does not depend on the draw.
struct Engagement {
  enum Net {
    case none
    case tracks(chain: Int)
    case reported(net: Int)
  }

  /// A radar that can see the flight at all.
  struct Candidate {
    let radar: Int
  }

  let exposure: Exposure
  let launcher: Int
  let person: Int
  let net: Net
  let target: GreatCircle.Direction
  /// Metres per radian that give the pair its geodesic length.
  let scale: Double
  /// East and north part of the course halfway.
  let course: (east: Double, north: Double)
  /// Share of the track at which it crosses the border; nil where it never does.
  let entry: Double?
  let atWar: Bool
  let candidates: [Candidate]
}

/// A formation with its system, launching from somewhere in its area.
struct Launcher {
  enum Kind {
    case quasiBallistic(QuasiBallisticKind)
    case drone(OneWayDroneKind)
  }

  let force: Theatre.Force
  let site: Theatre.Site
  let kind: Kind
  /// Where in the area: share of the radius squared, and bearing; the other side's choice.
  let distance: Input<Ratio>
  let bearing: Input<Angle>
  let addresses: [Address]

  init(
    _ declare: inout Declarations, force: Theatre.Force, site: Theatre.Site,
    system: Document.System
  ) {
    self.force = force
    self.site = site
    kind =
      system.kind == QuasiBallisticKind.fields.name
      ? .quasiBallistic(QuasiBallisticKind(&declare, system: system.id))
      : .drone(OneWayDroneKind(&declare, system: system.id))
    let own = ["launch_distance", "launch_bearing"].map { Address("formation", force.id, $0) }
    distance = declare.inputs.declare(
      own[0], Law(.adversary, .uniform(low: 0, high: 1)), as: Ratio.self)
    bearing = declare.inputs.declare(
      own[1], Law(.adversary, .uniform(low: 0, high: 2 * .pi)), as: Angle.self)
    let table =
      system.kind == QuasiBallisticKind.fields.name
      ? QuasiBallisticKind.fields : OneWayDroneKind.fields
    // the published peak speed is held against the flight, it does not enter it
    addresses =
      own
      + table.fields.filter { $0.name != "peak_speed" }.map {
        Address("catalogue", system.id, $0.name)
      }
  }

  /// The launch point, evenly over the area.
  func point(_ draws: DrawBlock, _ group: Int) -> GreatCircle.Direction {
    let radius = force.area.metres * LaneMath.squareRoot(draws[distance, group])
    let angle = draws[bearing, group]
    var (east, north) = (Lanes.zero, Lanes.zero)
    for lane in 0..<4 {
      let (sine, cosine) = sineAndCosine(angle[lane])
      (east[lane], north[lane]) = (radius[lane] * sine, radius[lane] * cosine)
    }
    return Place.direction(of: site.position, east: east, north: north)
  }
}

/// A country whose sensors are not public: alerts as they were reported.
struct ReportedNet {
  let lead: Input<TimeSpan>
  let referenceFlight: Input<TimeSpan>
  let drone: Input<TimeSpan>
  let addresses: [Address]

  init(_ declare: inout Declarations, country: String) {
    let owner = country.lowercased()
    let fields = ["quasi-ballistic", "reference_flight", "one-way-drone"]
    addresses = fields.map {
      let own = Address("net", owner, $0)
      return declare.theatre.law(own, under: declare.posture) == nil
        ? Address("net", "reported", $0) : own
    }
    lead = declare.input(addresses[0])
    referenceFlight = declare.input(addresses[1])
    drone = declare.input(addresses[2])
  }

  /// Delay from launch to alert, s, ≥ 0.
  func delay(_ kind: Launcher.Kind, _ draws: DrawBlock, _ group: Int) -> Lanes {
    switch kind {
    case .quasiBallistic:
      LaneMath.greatest(draws[referenceFlight, group] - draws[lead, group], .zero)
    case .drone: draws[drone, group]
    }
  }
}

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
  var radars: [GroundRadar] = []
  var chains: [AlertChain] = []
  var people: [Person] = []
  var nets: [ReportedNet] = []
  var engagements: [Engagement] = []
  let weather: Input<Ratio>
  let wind: (east: Input<Speed>, north: Input<Speed>)

  init(theatre: Theatre, posture: Theatre.Posture, environment: Environment) {
    (self.theatre, self.posture, self.environment) = (theatre, posture, environment)
    var declare = Declarations(theatre: theatre, posture: posture)
    weather = declare.inputs.declare(
      TacticalBuilder.weatherAddress, Law(.chance, .uniform(low: 0, high: 1)), as: Ratio.self)
    let breeze = Law(.chance, .normal(mean: 0, spread: 6))
    wind = (
      declare.inputs.declare(TacticalBuilder.windAddresses[0], breeze, as: Speed.self),
      declare.inputs.declare(TacticalBuilder.windAddresses[1], breeze, as: Speed.self)
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
    var kinds: [String: GroundRadarKind] = [:]
    for id in posture.sensors {
      let site = theatre.sites[id]!
      guard let name = site.system, let system = theatre.systems[name],
        system.kind == GroundRadarKind.fields.name
      else { continue }
      let kind = kinds[name] ?? GroundRadarKind(&declare, system: system)
      kinds[name] = kind
      radars.append(
        GroundRadar(&declare, site: site, kind: kind, environment: environment))
    }
    let chainOf = makeChains()
    let personOf = makePeople()
    for launcher in launchers.indices {
      for place in theatre.places {
        engagements.append(
          engagement(
            launcher, place, net: chainOf[place.country]!, person: personOf[place.settlement]!))
      }
    }
  }

  /// Columns that each engagement depends on, ascending.
  func dependencies() -> [[Int]] {
    func columns(_ addresses: [Address]) -> [Int] {
      addresses.map { declare.inputs.column(of: $0)! }
    }
    let ofLauncher = launchers.map { launcher in
      let air =
        if case .drone = launcher.kind { TacticalBuilder.windAddresses } else { [Address]() }
      return columns(launcher.addresses + air)
    }
    let ofPerson = people.map { columns($0.addresses) }
    let ofChain = chains.map { columns($0.addresses + [TacticalBuilder.weatherAddress]) }
    let ofNet = nets.map { columns($0.addresses) }
    let ofRadar = radars.map { radar in
      columns(
        radar.addresses
          + GroundRadarKind.fields.fields.filter { !$0.isSetting }.map {
            Address("catalogue", radar.site.system!, $0.name)
          })
    }
    return engagements.map { engagement in
      var used = Set(ofLauncher[engagement.launcher] + ofPerson[engagement.person])
      switch engagement.net {
      case .none: break
      case .reported(let net): used.formUnion(ofNet[net])
      case .tracks(let chain):
        used.formUnion(ofChain[chain])
        for candidate in engagement.candidates { used.formUnion(ofRadar[candidate.radar]) }
      }
      return used.sorted()
    }
  }

  private mutating func makeChains() -> [String: Engagement.Net] {
    var result: [String: Engagement.Net] = [:]
    for country in Set(theatre.places.map(\.country)).sorted() {
      switch theatre.chain(of: country).net {
      case .none: result[country] = Engagement.Net.none
      case .tracks:
        result[country] = .tracks(chain: chains.count)
        chains.append(AlertChain(&declare, theatre: theatre, country: country))
      case .reported:
        result[country] = .reported(net: nets.count)
        nets.append(ReportedNet(&declare, country: country))
      }
    }
    return result
  }

  private mutating func makePeople() -> [String: Int] {
    var result: [String: Int] = [:]
    for settlement in Set(theatre.places.map(\.settlement)).sorted() {
      result[settlement] = people.count
      people.append(Person(&declare, theatre: theatre, settlement: settlement))
    }
    return result
  }

  private func engagement(
    _ index: Int, _ place: Theatre.Place, net: Engagement.Net, person: Int
  ) -> Engagement {
    let launcher = launchers[index]
    let start = launcher.site.position
    let geodesic = Geodesic.distance(from: start, to: place.position).metres
    let chord = start.direction - place.position.direction
    let half = (chord * chord).sum().squareRoot() / 2
    let arc = LaneMath.angle(versine: Lanes(repeating: 2 * half * half))[0]
    let middle = Geodesic.line(from: start, to: place.position, count: 2)[1]
    let course = Geodesic.inverse(from: middle, to: place.position).azimuth.radians
    let (sine, cosine) = sineAndCosine(course)
    var entry: Double?
    if case .drone = launcher.kind { entry = environment.entry(from: start, to: place.position) }
    return Engagement(
      exposure: Exposure(
        level: .tactical, threat: launcher.force.address, place: place.address),
      launcher: index, person: person, net: net,
      target: GreatCircle.Direction(place.position.direction),
      scale: arc > 1e-6 ? geodesic / arc : Radar.earthRadius, course: (sine, cosine), entry: entry,
      atWar: theatre.chain(of: place.country).rules == .war,
      candidates: candidates(from: start, to: place, launcher))
  }

  /// Radars from which the track is ever within the gates and over the farthest horizon, nearest to
  /// the launch first. A place is told of by radars of its own country and of the alliance.
  private func candidates(
    from start: Position, to place: Theatre.Place, _ launcher: Launcher
  ) -> [Engagement.Candidate] {
    let line = Geodesic.line(from: start, to: place.position, count: 24)
    let farthest = radars.map { radar -> Double in
      let range = declare.inputs.declared
      let address = Address("catalogue", radar.site.system!, "instrumented_range")
      let gate = range.first { $0.address == address }!.law.range.upperBound
      let top: Double =
        switch launcher.kind {
        case .quasiBallistic: 60_000
        case .drone: 15_000
        }
      return min(gate, Radar.horizon(antenna: radar.rise + 537, target: top, k: 10))
    }
    var found: [(distance: Double, radar: Int)] = []
    let allied = theatre.alliance.contains(place.country)
    for (index, radar) in radars.enumerated() {
      let country = radar.site.country
      guard country == place.country || allied && theatre.alliance.contains(country) else {
        continue
      }
      let distances = line.map { Geodesic.distance(from: radar.site.position, to: $0).metres }
      let margin = radar.site.precision.metres + launcher.force.area.metres + 60_000
      if distances.min()! <= farthest[index] + margin { found.append((distances[0], index)) }
    }
    return found.sorted { $0 < $1 }.map { Engagement.Candidate(radar: $0.radar) }
  }
}
