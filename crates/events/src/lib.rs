//! Claims to events: contested values, origins and grades.
