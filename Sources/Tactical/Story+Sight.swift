internal import Kernels
internal import Scenarios
internal import Theatre
internal import Timelines

/// What sensors see of a flight.
extension TacticalRung {
  /// The earliest firm track of any sensor. Radars are followed in the order in which they may begin to see, each
  /// only until another's track is firm; who comes too late for that is not followed at all.
  @inline(__always)
  func bestTrack<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, _ chain: AlertChain
  ) -> Detection {
    let end = flight.flightTime
    var best =
      chain.tellsObserversApart
      ? Detection(never: end) : observed(story, four, flight, chain)
    guard chain.suffices(.track, for: story.launcher.toldAs) else { return best }
    best.take(watched(story, four, flight, by: .track))
    story.lendSeen(four.group) { seen in
      story.world.withStates { states in
        for (radar, chance) in chances(story, four, flight, states, &seen) {
          let own = seen.chances[chance]
          let view = states.view(radar, four, own.bearings)
          guard any((own.earliest .< best.firm) .& view.radar.works),
            flight.mayRise(view, before: best.firm)
          else { continue }
          if let known = own.followed, known.holds(before: best.firm) {
            best.take(known.detection)
            continue
          }
          let sight = story.world.sights.sight(
            launcher: story.engagement.launcher, radar: radar, group: four.group)
          let followed = Detection.follow(
            flight, view, from: flight.firstLook(view, sight, from: own.earliest), sight,
            rule: rules[radar], logFalseAlarm: logFalseAlarms[radar], before: best.firm)
          seen.remember(followed, of: chance)
          best.take(followed.detection)
        }
      }
    }
    return best
  }

  /// Radars that may see a flight with what is known of it, by the moment from which on they may.
  @inline(__always)
  private func chances<F: Flight>(
    _ story: Story, _ four: Four, _ flight: F, _ states: RadarStates, _ seen: inout Sightings.Seen
  ) -> [(radar: Int, chance: Int)] {
    let (launcher, sights) = (story.engagement.launcher, story.world.sights)
    var found: [(radar: Int, chance: Int)] = []
    found.reserveCapacity(story.engagement.candidates.count)
    for case .radar(let index) in story.engagement.candidates {
      let chance = seen.chance(of: story.world.radarNumbers[index]) {
        guard
          let bearings = sights.bearings(
            of: four.track, launcher: launcher, radar: index, group: four.group,
            where: states.works(index, four))
        else { return nil }
        let sight = sights.sight(launcher: launcher, radar: index, group: four.group)
        let earliest = flight.earliestLook(states.view(index, four, bearings), sight)
        guard any(earliest .< flight.flightTime) else { return nil }
        return Sightings.Chance(bearings: bearings, earliest: earliest, first: earliest.min())
      }
      if let chance { found.append((index, chance)) }
    }
    found.sort {
      (seen.chances[$0.chance].first, $0.radar) < (seen.chances[$1.chance].first, $1.radar)
    }
    return found
  }
}

/// The radars of a block of draws, read in place: a state is half a kilobyte, and copying it cost an eighth of a
/// briefing.
struct RadarStates {
  private let states: UnsafeBufferPointer<RadarState>
  private let gates: UnsafeBufferPointer<RadarGates>
  private let hills: UnsafeBufferPointer<Skyline.Hill>
  private let groups: Int

  init(
    _ states: UnsafeBufferPointer<RadarState>, _ gates: UnsafeBufferPointer<RadarGates>,
    _ hills: UnsafeBufferPointer<Skyline.Hill>, groups: Int
  ) {
    (self.states, self.gates, self.hills, self.groups) = (states, gates, hills, groups)
  }

  @inline(__always)
  func works(_ radar: Int, _ four: Four) -> LaneMask { states[radar * groups + four.group].works }

  @inline(__always)
  func view(
    _ radar: Int, _ four: Four, _ bearings: (along: Lanes, across: Lanes)
  ) -> RadarView {
    let slot = radar * groups + four.group
    return RadarView(
      states.baseAddress! + slot, gates.baseAddress! + slot,
      hills.baseAddress! + radar * Skyline.bearings, track: four.track, bearings: bearings)
  }
}

extension TacticalRung.World {
  /// Lends the radars; what is made of them must not leave the closure.
  @inline(__always)
  func withStates(_ body: (RadarStates) -> Void) {
    radars.withUnsafeBufferPointer { states in
      gates.withUnsafeBufferPointer { gates in
        hills.withUnsafeBufferPointer { hills in
          body(RadarStates(states, gates, hills, groups: wind.count))
        }
      }
    }
  }
}
