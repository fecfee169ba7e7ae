internal import Kernels
internal import Quantities
package import Scenarios
package import Theatre
internal import Timelines

/// What a target sends back, by band and aspect, as far as it is public.
package struct CrossSection: Sendable {
  package static let fields = [
    Field(
      "radar_cross_section", Area.self,
      "radar cross-section from ahead, for centimetre waves and where nothing else is said",
      kind: .chance, in: 1e-4...100),
    Field(
      "metre_cross_section", Area.self, "the same for waves of a metre and longer", kind: .chance,
      required: false, in: 1e-4...100),
    Field(
      "decimetre_cross_section", Area.self, "the same for waves of 10 cm to a metre",
      kind: .chance, required: false, in: 1e-4...100),
    Field(
      "side_cross_section", Area.self,
      "radar cross-section from abeam; between ahead and abeam with the squared sine of the aspect",
      kind: .chance, required: false, in: 1e-4...1_000),
  ]

  private let ahead: Input<Area>
  private let ofBand: [Input<Area>?]
  private let side: Input<Area>?

  package init(_ declare: inout Declarations, system: String) {
    ahead = declare.catalogue(system, "radar_cross_section")
    ofBand = [
      declare.optional(system, "metre_cross_section"),
      declare.optional(system, "decimetre_cross_section"), nil,
    ]
    side = declare.optional(system, "side_cross_section")
  }

  /// From ahead and from abeam, m².
  func seen(by band: Band, _ draws: DrawBlock, _ group: Int) -> (ahead: Lanes, side: Lanes) {
    let front = draws[ofBand[band.rawValue] ?? ahead, group]
    guard let side else { return (front, front) }
    // from abeam a band that is said of the front alone differs as much
    let wide = draws[side, group] * front / draws[ahead, group]
    return (front, wide)
  }
}
