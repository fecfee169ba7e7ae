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
    let system: String
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

  let missiles, batteries: [Reach]
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
      hasWays
        ? (
          missiles: Asides.missiles(theatre, posture, &declare),
          batteries: Asides.batteries(theatre, posture, &declare)
        ) : ([], [])
    }
    (missiles, batteries) = (reach.piece.0, reach.piece.1)
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

  /// Formations that are threats, as far as their range is claimed.
  private static func missiles(
    _ theatre: Theatre, _ posture: Theatre.Posture, _ declare: inout Declarations
  ) -> [Reach] {
    reaches(
      posture.forces.filter { theatre.isThreat($0.system) }.map {
        ($0.system, theatre.sites[$0.site]!.point)
      }, "range", &declare)
  }

  /// Air defence of the other side.
  private static func batteries(
    _ theatre: Theatre, _ posture: Theatre.Posture, _ declare: inout Declarations
  ) -> [Reach] {
    reaches(
      posture.sensors.compactMap { theatre.sites[$0] }.compactMap { site in
        theatre.defended.contains(site.country) ? nil : site.system.map { ($0, site.point) }
      }, "engagement_range", &declare)
  }

  private static func reaches(
    _ standing: [(system: String, point: SIMD2<Double>)], _ field: String,
    _ declare: inout Declarations
  ) -> [Reach] {
    Dictionary(grouping: standing, by: \.system).sorted { $0.key < $1.key }.compactMap {
      system, all in
      declare.optional(system, field).map {
        Reach(system: system, points: all.map(\.point), range: $0)
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
