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

  let survey: TacticalSurvey
  let theatre: Theatre
  let posture: Theatre.Posture
  /// The places that are asked for.
  let places: [Theatre.Place]
  var declare: Declarations
  var launchers: [Launcher] = []
  var radars: [RadarSite] = []
  var watchers: [any Watcher] = []
  var batteries: [Battery] = []
  var chains: [AlertChain] = []
  var loads: [AlarmLoad] = []
  var people: [Person] = []
  var nets: [ReportedNet] = []
  var engagements: [Engagement] = []
  let weather: Input<Ratio>
  let wind: (east: Input<Speed>, north: Input<Speed>)
  private var addresses = (
    radars: [[Address]](), watchers: [[Address]](), batteries: [[Address]](),
    chains: [[Address]](), loads: [[Address]](), people: [[Address]](), nets: [[Address]]()
  )

  init(_ survey: TacticalSurvey, posture: Theatre.Posture, places: Set<String>?) {
    (self.survey, theatre, self.posture) = (survey, survey.theatre, posture)
    self.places = theatre.places.filter { places?.contains($0.id) ?? true }
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
      guard let kind = survey.kinds.threat(system.kind) else { continue }
      launchers.append(
        Launcher(
          &declare, force: force, site: theatre.sites[force.site]!, system: system, kind: kind))
    }
    makeSensors()
    let chainOf = makeChains()
    let personOf = makePeople()
    let loadOf = makeLoads()
    let countsMeetings = Dictionary(
      uniqueKeysWithValues: chainOf.keys.map { ($0, survey.hasBatteries($0, posture)) })
    for launcher in launchers.indices {
      for place in places {
        engagements.append(
          engagement(
            launcher, place, net: chainOf[place.country]!, person: personOf[Kin(place)]!,
            load: loadOf[District(place)]!, countsMeetings: countsMeetings[place.country]!))
      }
    }
  }

  private func columns(_ addresses: [Address]) -> [Int] {
    addresses.map { declare.inputs.column(of: $0)! }
  }

  /// Columns that the flights of each launcher depend on.
  var launcherColumns: [[Int]] {
    launchers.map { columns($0.addresses + ($0.kind.drifts ? TacticalBuilder.windAddresses : [])) }
  }

  /// Columns that each radar depends on.
  var radarColumns: [[Int]] {
    addresses.radars.map { columns($0 + [TacticalBuilder.weatherAddress]) }
  }

  /// Columns that each engagement depends on, ascending.
  func dependencies() -> [[Int]] {
    let ofLauncher = launcherColumns
    // of a chain's orders only that against the class
    let ofChain = zip(chains, addresses.chains).map { chain, asked in
      theatre.practice.reduce(into: [String: [Int]]()) { known, rule in
        let others = chain.orders(butOf: rule.threat)
        known[rule.threat] = columns(
          asked.filter { !others.contains($0) } + [TacticalBuilder.weatherAddress])
      }
    }
    let ofRadar = radarColumns
    let ofWatcher = addresses.watchers.map(columns)
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
        used.formUnion(ofChain[chain][launchers[engagement.launcher].toldAs]!)
        for candidate in engagement.candidates {
          switch candidate {
          case .radar(let index): used.formUnion(ofRadar[index])
          case .watcher(let index): used.formUnion(ofWatcher[index])
          }
        }
        for battery in engagement.batteries { used.formUnion(ofBattery[battery]) }
      }
      return used.sorted()
    }
  }

  // MARK: sensors and defences

  private mutating func makeSensors() {
    let sites = posture.sensors.compactMap { id -> (Theatre.Site, Document.System)? in
      let site = theatre.sites[id]!
      return site.system.flatMap { theatre.systems[$0] }.map { (site, $0) }
    }
    let batteries = sites.filter { $0.1.kind == BatteryKind.fields.name }
    let hostile = batteries.map(\.0).filter { !theatre.defended.contains($0.country) }
    for (site, system) in sites {
      // a sensor that tells none of the places has no part in their warning
      guard let kind = survey.kinds.sensor(system.kind), survey.servesAny(site) else { continue }
      let made = declare.recording {
        kind.sensor(
          &$0, SensorPost(site: site, system: system, survey: survey, hostileBatteries: hostile))
      }
      switch made.piece {
      case .radar(let radar):
        radars.append(radar)
        addresses.radars.append(made.addresses)
      case .watcher(let watcher):
        watchers.append(watcher)
        addresses.watchers.append(made.addresses)
      case nil: break
      }
    }
    for (site, system) in batteries where theatre.defended.contains(site.country) {
      let made = declare.recording {
        Battery(site: site, kind: BatteryKind(&$0, system: system.id))
      }
      self.batteries.append(made.piece)
      addresses.batteries.append(made.addresses)
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

  /// Places that hear the same alarms.
  private struct District: Hashable {
    let country, name: String

    init(_ place: Theatre.Place) { (country, name) = (place.country, place.district) }
  }

  private mutating func makeLoads() -> [District: Int] {
    var result: [District: Int] = [:]
    for place in theatre.places where result[District(place)] == nil {
      result[District(place)] = loads.count
      let made = declare.recording { AlarmLoad(&$0, theatre: theatre, place: place) }
      loads.append(made.piece)
      addresses.loads.append(made.addresses)
    }
    return result
  }

  /// People whom the same channels reach and who need as long.
  private struct Kin: Hashable {
    let country, settlement: String

    init(_ place: Theatre.Place) { (country, settlement) = (place.country, place.settlement) }
  }

  private mutating func makePeople() -> [Kin: Int] {
    var result: [Kin: Int] = [:]
    for kin in theatre.places.map({ Kin($0) }) where result[kin] == nil {
      result[kin] = people.count
      let made = declare.recording {
        Person(&$0, theatre: theatre, country: kin.country, settlement: kin.settlement)
      }
      people.append(made.piece)
      addresses.people.append(made.addresses)
    }
    return result
  }
}
