internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Which threats meet which places, and what may see and meet them on the way.
extension TacticalBuilder {
  func engagement(
    _ index: Int, _ place: Theatre.Place, net: Engagement.Net, person: Int, load: Int,
    countsMeetings: Bool
  ) -> Engagement {
    let launcher = launchers[index]
    let pair = survey.pair(launcher.site, place)
    let farthest = declare.range(of: launcher.force.system, "range").upperBound
    let nearest = pair.length - launcher.force.area.metres
    let beyond = nearest > 1.01 * farthest ? nearest - farthest : nil
    var table: BallisticTable?
    if beyond == nil {
      table = survey.table(
        launcher.kind, from: launcher.site, area: launcher.force.area, to: place)
    }
    return Engagement(
      exposure: Exposure(
        level: .tactical, threat: launcher.force.address, place: place.address,
        threatID: launcher.force.id, placeID: place.id, group: launcher.name),
      launcher: index, person: person, load: load, net: net, target: pair.target,
      scale: pair.scale, course: pair.course,
      inside: launcher.isBallistic || beyond != nil ? nil : survey.inside(launcher.site, place),
      handover: launcher.isBallistic || beyond != nil
        ? nil : survey.handover(launcher.site, place),
      rules: theatre.chain(of: place.country, under: posture).rules, table: table, beyond: beyond,
      candidates: beyond == nil ? candidates(to: place, launcher, pair) : [],
      batteries: beyond == nil ? batteries(to: place, launcher, pair) : [],
      countsMeetings: countsMeetings, neighbours: survey.neighbours(of: place))
  }

  /// Sensors from which the track is ever within the gates and over the farthest horizon, nearest to
  /// the launch first.
  private func candidates(
    to place: Theatre.Place, _ launcher: Launcher, _ pair: TacticalSurvey.Pair
  ) -> [Engagement.Candidate] {
    var found: [(distance: Double, candidate: Engagement.Candidate)] = []
    func consider(
      _ site: Theatre.Site, reach: Double, processes: [String]?,
      _ candidate: Engagement.Candidate
    ) {
      guard survey.serves(site, place), processes?.contains(launcher.name) ?? true else { return }
      let approach = survey.approach(of: site, to: launcher.site, place)
      if approach.nearest <= reach + pair.spacing + launcher.force.area.metres {
        found.append((approach.atLaunch, candidate))
      }
    }
    for (index, radar) in radars.enumerated() {
      var margin = radar.site.precision.metres + 60_000
      if case .orbit = radar.kind.mount { margin += 600_000 }
      let horizon = Radar.horizon(
        antenna: radar.highest, target: launcher.kind.ceiling, k: 10)
      consider(
        radar.site, reach: min(radar.kind.gate, horizon) + margin,
        processes: radar.kind.processes, .radar(index))
    }
    let kind = type(of: launcher.kind)
    for (index, watcher) in watchers.enumerated() where watcher.mayNotice(kind) {
      consider(
        watcher.area.site, reach: watcher.area.farthest, processes: watcher.area.processes,
        .watcher(index))
    }
    return found.sorted { $0.distance < $1.distance }.map(\.candidate)
  }

  private func batteries(
    to place: Theatre.Place, _ launcher: Launcher, _ pair: TacticalSurvey.Pair
  ) -> [Int] {
    batteries.indices.filter { index in
      let battery = batteries[index]
      guard survey.serves(battery.site, place),
        !launcher.isBallistic || battery.kind.ballisticRange != nil
      else { return false }
      let nearest = survey.approach(of: battery.site, to: launcher.site, place).nearest
      let reach = battery.kind.farthest(ballistic: launcher.isBallistic)
      return nearest <= reach + pair.spacing + launcher.force.area.metres
    }
  }
}
