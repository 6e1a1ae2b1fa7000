//! Printing on real printers and a real CUPS on the loopback address: what arrives is compared with
//! what was sent, and what goes wrong is told.

mod addresses;
mod cups;
mod failures;
mod follower;
mod printer;
mod stage;
mod tools;
