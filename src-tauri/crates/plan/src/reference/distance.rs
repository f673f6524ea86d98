//! How far apart two places are.

/// Kilometres along the great circle between two points in degrees north and east; good to half a percent.
///
/// ```
/// use outreach_plan::reference::distance_km;
/// let (hong_kong, kuala_lumpur) = ((22.28, 114.17), (3.14, 101.69));
/// assert!((2500.0..2550.0).contains(&distance_km(hong_kong, kuala_lumpur)));
/// ```
pub fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    const RADIUS_KM: f64 = 6371.0;
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let (from_lat, to_lat) = (from.0.to_radians(), to.0.to_radians());
    let h = half(to.0 - from.0) + from_lat.cos() * to_lat.cos() * half(to.1 - from.1);
    2.0 * RADIUS_KM * h.clamp(0.0, 1.0).sqrt().asin()
}
