public import Findings
internal import Kernels
internal import Tactical
public import Theatre

extension Analysis {
  /// Draws of every launcher at some places under some postures, the first of each replicate; empty without a tactical
  /// rung.
  ///
  /// - Parameters:
  ///   - postures: of the scenario, by their ids; those it does not have are left out.
  ///   - places: ids; nil for all.
  public func kept(
    _ each: Int, replicates: Int = 1, postures: [String], places: Set<String>? = nil,
    seed: UInt64, threads: Int = 2, progress: @escaping Progress = { _, _, _ in }
  ) async throws -> [KeptDraws] {
    guard let slice = slice(TacticalSlice.self) else { return [] }
    let asked = postures.compactMap { theatre.posture($0) }
    let kept: @Sendable (Int, Int) -> Void = { progress("keeping draws", $0, $1) }
    return try await inParallel(asked.count, threads: threads, finished: kept) {
      slice.kept(each, replicates: replicates, under: asked[$0], places: places, seed: seed)
    }
  }
}
