internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// What a posture has beside its clocks: weapons that reach the ways of those who reinforce, the unit that could wait forward, and types
/// of vehicles.
struct Asides: Sendable {
  /// A system with where it stands and how far it reaches.
  struct Reach: Sendable {
    /// Its kind, as figures name it.
    let kind: String
    let points: [SIMD2<Double>]
    let range: Input<Length>

    /// How near it stands to a point, m.
    func apart(from point: SIMD2<Double>) -> Double {
      points.map { Sphere.apart($0, point) }.min() ?? .infinity
    }
  }

  /// What a type of vehicle is held at, and how it fares.
  struct Vehicle: Sendable {
    let id: String
    let held: Input<Ratio>
    /// Lost of those that are hit, by weapon.
    let lost: [String: Input<Ratio>]
  }

  /// What one kind of weapon does.
  struct Weapon: Sendable {
    let id: String
    let hits, jammed, shot: Input<Ratio>
  }

  /// Threats and air defence of the other side.
  let reaches: [Reach]
  /// One more unit that waits with its vehicles where an axis closes up.
  let prepositioned: ForceInputs?
  let vehicles: [Vehicle]
  let weapons: [Weapon]
  let addresses: (reach: [Address], prepositioned: [Address], attrition: [Address])

  init(
    _ theatre: Theatre, _ posture: Theatre.Posture, _ axes: [AxisUnderPosture], _ ways: Ways,
    _ declare: inout Declarations
  ) {
    let hasWays = axes.contains { $0.defenders.contains { !$0.way.track.isEmpty } }
    let reach = declare.recording { declare in
      hasWays ? Asides.reaches(theatre, posture, &declare) : []
    }
    reaches = reach.piece
    let unit = declare.recording { declare in
      theatre.operations?.prepositioned.map {
        ForceInputs(&declare, system: $0.value, formation: nil)
      }
    }
    prepositioned = unit.piece
    let losses = declare.recording { declare in
      (Asides.vehicles(theatre, &declare), Asides.weapons(&declare))
    }
    vehicles = losses.piece.1.isEmpty ? [] : losses.piece.0
    weapons = losses.piece.1
    addresses = (reach.addresses, unit.addresses, losses.addresses)
  }

  /// Threats with their range, and sites of the other side with their air defence, as far as either is claimed.
  private static func reaches(
    _ theatre: Theatre, _ posture: Theatre.Posture, _ declare: inout Declarations
  ) -> [Reach] {
    let threats = posture.forces.filter { theatre.isThreat($0.system) }
      .map { ($0.system, $0.site, "range") }
    let batteries = posture.sensors.compactMap { theatre.sites[$0] }.compactMap { site in
      theatre.defended.contains(site.country)
        ? nil : site.system.map { ($0, site.id, "engagement_range") }
    }
    let standing = Dictionary(grouping: threats + batteries) { $0.0 }
    return standing.sorted { $0.key < $1.key }.compactMap { system, all in
      declare.optional(system, all[0].2).map {
        Reach(
          kind: theatre.systems[system]!.kind, points: all.map { theatre.sites[$0.1]!.point },
          range: $0)
      }
    }
  }

  private static func vehicles(
    _ theatre: Theatre, _ declare: inout Declarations
  ) -> [Vehicle] {
    let kinds = Set(OperationalFields.vehicles.map(\.name))
    return theatre.systems.values.filter { kinds.contains($0.kind) }.sorted { $0.id < $1.id }
      .compactMap { system in
        guard let held: Input<Ratio> = declare.optional(system.id, "held") else { return nil }
        return Vehicle(
          id: system.id, held: held,
          lost: OperationsVocabulary.weapons.reduce(into: [:]) {
            $0[$1] = declare.optional(system.id, "lost_to_\($1)")
          })
      }
  }

  private static func weapons(_ declare: inout Declarations) -> [Weapon] {
    OperationsVocabulary.weapons.compactMap { id in
      func field(_ name: String) -> Input<Ratio>? {
        declare.optional(Address("attrition", id, name))
      }
      guard let hits = field("hits"), let jammed = field("jammed"), let shot = field("shot") else {
        return nil
      }
      return Weapon(id: id, hits: hits, jammed: jammed, shot: shot)
    }
  }
}
