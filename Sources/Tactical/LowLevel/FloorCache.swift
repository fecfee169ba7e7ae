public import Datasets
public import Theatre

/// Floors of sensors, kept by everything they depend on.
public struct FloorCache: Sendable {
  private let cache: Cache?

  /// - Parameter cache: nil keeps nothing.
  public init(_ cache: Cache?) { self.cache = cache }

  /// A floor from the cache, or swept and kept.
  public func floor(
    _ sweep: SensorSweep, over plane: StudyPlane, threads: Int
  ) async throws -> SensorFloor {
    let key = sweep.key(plane: plane)
    if let cache, let kept = cache.numbers(key), kept.count == plane.count + 1 {
      return SensorFloor(floors: Array(kept.dropLast()), unknown: Double(kept[plane.count]))
    }
    let floor = try await sweep.floor(over: plane, threads: threads)
    cache?.keep(floor.floors + [Float(floor.unknown)], under: key)
    return floor
  }
}
