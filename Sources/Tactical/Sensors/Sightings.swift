internal import Kernels

/// What radars saw of flights in one block of draws, remembered from posture to posture: a radar that two postures
/// have in common, in the same draws, sees the same flight alike.
///
/// One thread works on a block; nothing here depends on the order in which postures ask.
final class Sightings {
  /// Everything that a radar's state is made of.
  struct RadarKey: Hashable {
    let radar: TacticalIdentity.Radar
    let inputs: [Int]
  }

  /// Everything that a flight is made of beside its place.
  struct LauncherKey: Hashable {
    let formation, site, system: String
    let area: Double
    let inputs: [Int]
  }

  /// A flight from a launcher to the place at hand.
  private struct FlightKey: Hashable {
    let launcher: Int
    let table: [Double]
  }

  private var radars: [RadarKey: Int] = [:]
  private var launchers: [LauncherKey: Int] = [:]
  private var place = ""
  private var flights: [FlightKey: Int] = [:]
  /// Flight by flight, one a group of four draws.
  private var seen: [Seen] = []

  func number(of radar: RadarKey) -> Int { Sightings.number(of: radar, in: &radars) }
  func number(of launcher: LauncherKey) -> Int { Sightings.number(of: launcher, in: &launchers) }

  private static func number<Key: Hashable>(of key: Key, in known: inout [Key: Int]) -> Int {
    if let number = known[key] { return number }
    known[key] = known.count
    return known.count - 1
  }

  /// Lends what is known of a flight in four draws. Flights to another place than the last are forgotten.
  func lend(
    launcher: Int, table: [Double], place: String, group: Int, of groups: Int,
    _ body: (inout Seen) -> Void
  ) {
    if place != self.place {
      self.place = place
      flights.removeAll(keepingCapacity: true)
      seen.removeAll(keepingCapacity: true)
    }
    let key = FlightKey(launcher: launcher, table: table)
    let flight = Sightings.number(of: key, in: &flights)
    if flight * groups == seen.count {
      for _ in 0..<groups { seen.append(Seen()) }
    }
    body(&seen[flight * groups + group])
  }

  /// Which radars may see a flight, and what those saw that were followed.
  struct Seen {
    private var numberOf: [Int16] = []
    private(set) var chances: [Chance] = []
    private static let unknown: Int16 = -1
    private static let never: Int16 = -2

    /// The chance of a radar by its number, made when it is first asked for; nil where there is none.
    @inline(__always)
    mutating func chance(of radar: Int, _ make: () -> Chance?) -> Int? {
      if radar >= numberOf.count {
        numberOf += Array(repeating: Seen.unknown, count: radar + 1 - numberOf.count)
      }
      if numberOf[radar] == Seen.unknown {
        if let made = make() {
          numberOf[radar] = Int16(chances.count)
          chances.append(made)
        } else {
          numberOf[radar] = Seen.never
        }
      }
      return numberOf[radar] == Seen.never ? nil : Int(numberOf[radar])
    }

    mutating func remember(_ followed: Followed, of chance: Int) {
      chances[chance].followed = followed
    }
  }

  /// A radar that may see a flight, and from when on.
  struct Chance {
    let bearings: (along: Lanes, across: Lanes)
    let earliest: Lanes
    /// The least of the four.
    let first: Double
    var followed: Followed?
  }

  /// What a radar saw, followed until all lanes are settled or another's track is firm.
  struct Followed {
    let detection: Detection
    /// Lanes that no longer look would change.
    let settled: LaneMask
    let before: Lanes

    /// Whether it would be the same, as far as it matters, if it were followed until then.
    func holds(before limit: Lanes) -> Bool { all(settled .| (limit .<= before)) }
  }
}
