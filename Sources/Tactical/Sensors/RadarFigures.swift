internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// What scanning radars have in common: an anchor of the range equation, gates, a scan, M of N.
package struct RadarFigures: Sendable {
  /// The fields of every kind of radar.
  static let fields = [
    Field(
      "anchor_range", Length.self, "range at which the anchor target is detected",
      in: 1_000...6_000_000),
    Field(
      "anchor_rcs", Area.self, "radar cross-section of the anchor target", in: 1e-3...1_000),
    Field(
      "anchor_pd", Ratio.self, "detection probability of one look at the anchor", in: 0.05...0.99),
    Field(
      "instrumented_range", Length.self, "a gate: nothing is processed beyond",
      in: 1_000...10_000_000),
    Field("scan_period", TimeSpan.self, "time between looks", in: 0.1...60),
    Field(
      "availability", Ratio.self, "share of time it works", kind: .chance, in: 0.01...1),
    Field(
      "minimum_range", Length.self, "a gate: nothing is processed nearer", required: false,
      in: 0...2_000_000),
    Field(
      "minimum_radial_speed", Speed.self, "a gate: slower towards or away is taken for clutter",
      required: false, in: 0...500),
    Field(
      "jamming", Ratio.self, "jamming over noise, J/N, while the other side's jammers work",
      kind: .adversary, required: false, in: 0...1e9),
    Field(
      "clutter", Ratio.self,
      "echoes of the ground over noise that are left after filtering, C/N, as far as it sees level ground",
      required: false, in: 0...1e9),
    Field(
      "wavelength", Length.self,
      "of its carrier: what the ground reflects, and which cross-section it sees", required: false,
      in: 0.002...15),
    Field(
      "vertical_beam", Angle.self,
      "between half powers, of a beam that looks at the target; without it the ground is lit as well as the target",
      required: false, in: 0.001...1.571),
    Field(
      "false_alarm", Ratio.self, "false-alarm probability of one look", required: false,
      in: 1e-12...1e-2, setting: true),
    Field(
      "needed", Ratio.self, "detections that make a track firm", required: false, in: 1...4,
      setting: true),
    Field(
      "window", Ratio.self, "among so many consecutive looks", required: false, in: 1...4,
      setting: true),
  ]

  /// Where the antenna is.
  enum Mount: Sendable {
    case mast(Input<Length>, ceiling: Input<Length>)
    case orbit(altitude: Input<Length>, radius: Input<Length>, standoff: Input<Length>?)
  }

  let anchorRange: Input<Length>
  let anchorCrossSection: Input<Area>
  let anchorDetection: Input<Ratio>
  let instrumentedRange: Input<Length>
  let scanPeriod: Input<TimeSpan>
  let availability: Input<Ratio>
  let minimumRange: Input<Length>?
  let minimumRadialSpeed: Input<Speed>?
  let jamming: Input<Ratio>?
  let clutter: Input<Ratio>?
  let wavelength: Input<Length>?
  let verticalBeam: Input<Angle>?
  /// Which cross-section of a target it sees.
  let band: Band
  let sector: Input<Angle>?
  let elevation: (lowest: Input<Angle>?, highest: Input<Angle>?)
  let mount: Mount
  let logFalseAlarm: Double
  /// The rule that makes a track firm, at its start.
  let rule: TrackInitiation
  /// Classes of threat it processes; nil means all.
  let processes: [String]?
  /// Farthest that any draw processes, m.
  let gate: Double

  init(_ declare: inout Declarations, system: Document.System, mount: Mount) {
    let id = system.id
    self.mount = mount
    anchorRange = declare.catalogue(id, "anchor_range")
    anchorCrossSection = declare.catalogue(id, "anchor_rcs")
    anchorDetection = declare.catalogue(id, "anchor_pd")
    instrumentedRange = declare.catalogue(id, "instrumented_range")
    scanPeriod = declare.catalogue(id, "scan_period")
    availability = declare.catalogue(id, "availability")
    minimumRange = declare.optional(id, "minimum_range")
    minimumRadialSpeed = declare.optional(id, "minimum_radial_speed")
    jamming = declare.optional(id, "jamming")
    clutter = declare.optional(id, "clutter")
    wavelength = declare.optional(id, "wavelength")
    verticalBeam = declare.optional(id, "vertical_beam")
    band = Band(wavelength: declare.law(of: id, "wavelength")?.likely)
    sector = declare.optional(id, "sector")
    elevation = (
      declare.optional(id, "lowest_elevation"), declare.optional(id, "highest_elevation")
    )
    logFalseAlarm = naturalLogarithm(system.settings["false_alarm"] ?? 1e-6)
    let window = Int(system.settings["window"] ?? 3)
    rule = TrackInitiation(needed: min(Int(system.settings["needed"] ?? 2), window), window: window)
    processes = system.processes
    gate = declare.range(of: id, "instrumented_range").upperBound
  }

  /// SNR × R⁴ for a target of 1 m², four draws; jamming divides it.
  func strength(_ draws: DrawBlock, _ group: Int) -> Lanes {
    let pd = draws[anchorDetection, group]
    var ratio = Lanes.zero
    for lane in 0..<4 {
      ratio[lane] = Radar.ratio(pd: pd[lane], falseAlarm: exponential(logFalseAlarm))
    }
    let r2 = draws[anchorRange, group] * draws[anchorRange, group]
    let noise = 1 + (jamming.map { draws[$0, group] } ?? .zero)
    return ratio * r2 * r2 / (draws[anchorCrossSection, group] * noise)
  }
}
