//! Where the preview is found, and under which names.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

/// How many ports are tried when one is in use.
const TRIES: u16 = 100;

/// Listens at a port, or at the next that is free; at port 0, wherever the system likes.
pub fn listen(address: IpAddr, port: u16) -> io::Result<TcpListener> {
    let mut last = port;
    loop {
        match TcpListener::bind(SocketAddr::new(address, last)) {
            Err(error)
                if error.kind() == io::ErrorKind::AddrInUse
                    && last - port < TRIES
                    && last < u16::MAX =>
            {
                last += 1;
            }
            bound => return bound,
        }
    }
}

/// The names that a request may call the preview by.
///
/// A page of any site can have a name of its own lead to this machine, and would then be
/// free to read the answers. Such a request bears that name, so that it can be refused.
#[derive(Clone, Debug)]
pub struct Hosts {
    address: SocketAddr,
    names: Vec<String>,
}

impl Hosts {
    /// The names of a preview that listens here, and others that are let in at any port.
    pub fn new(address: SocketAddr, names: Vec<String>) -> Self {
        Hosts { address, names }
    }

    /// Whether a request with this `Host` is meant for the preview.
    pub fn allow(&self, host: &str) -> bool {
        let Some((name, port)) = parts(host) else {
            return false;
        };
        if self.names.iter().any(|own| own.eq_ignore_ascii_case(name)) {
            return true;
        }
        if port != self.address.port() {
            return false;
        }
        match name.parse::<IpAddr>() {
            // What bears an address bears no foreign name.
            Ok(_) if self.address.ip().is_unspecified() => true,
            Ok(ip) => {
                ip == self.address.ip()
                    || ip == IpAddr::from(Ipv4Addr::LOCALHOST)
                    || ip == IpAddr::from(Ipv6Addr::LOCALHOST)
            }
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        }
    }

    /// The address to be opened in a browser on this machine.
    pub fn url(&self) -> String {
        let mut open = self.address;
        if open.ip().is_unspecified() {
            open.set_ip(match open {
                SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        format!("http://{open}/")
    }
}

/// The name, without brackets, and the port of a `Host`.
fn parts(host: &str) -> Option<(&str, u16)> {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => {
            let (name, port) = rest.split_once(']')?;
            name.parse::<Ipv6Addr>().ok()?;
            let port = match port {
                "" => None,
                port => Some(port.strip_prefix(':')?),
            };
            (name, port)
        }
        None => match host.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, None),
        },
    };
    let port = match port {
        None => 80,
        Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => port.parse().ok()?,
        Some(_) => return None,
    };
    Some((name, port)).filter(|(name, _)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(address: &str, names: &[&str]) -> Hosts {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Hosts::new(address.parse().unwrap(), names)
    }

    #[test]
    fn only_names_of_this_machine_are_let_in() {
        let hosts = hosts("127.0.0.1:4321", &[]);
        for host in [
            "127.0.0.1:4321",
            "localhost:4321",
            "LocalHost:4321",
            "[::1]:4321",
        ] {
            assert!(hosts.allow(host), "{host}");
        }
        for host in [
            "",
            ":4321",
            "localhost",
            "localhost:",
            "localhost:80",
            "localhost:4322",
            "localhost:+4321",
            "localhost:4321:4321",
            "localhost:74321",
            "localhost.:4321",
            "localhost.evil.example:4321",
            "evil.example:4321",
            "evil.example",
            "192.168.0.2:4321",
            "0.0.0.0:4321",
            "127.1:4321",
            "2130706433:4321",
            "::1:4321",
            "[::1]4321",
            "[::1",
            "[localhost]:4321",
            "user@localhost:4321",
            "localhost:4321 ",
        ] {
            assert!(!hosts.allow(host), "{host}");
        }
    }

    #[test]
    fn the_port_may_be_left_out_where_it_is_the_usual_one() {
        let hosts = hosts("127.0.0.1:80", &[]);
        assert!(hosts.allow("localhost"));
        assert!(hosts.allow("[::1]"));
        assert!(hosts.allow("127.0.0.1:80"));
    }

    #[test]
    fn who_shows_it_to_others_chooses_the_names() {
        let hosts = hosts("0.0.0.0:4321", &["desk.example"]);
        for host in [
            "192.168.0.2:4321",
            "[fe80::1]:4321",
            "localhost:4321",
            "desk.example",
            "Desk.Example:8080",
        ] {
            assert!(hosts.allow(host), "{host}");
        }
        for host in [
            "evil.example:4321",
            "www.desk.example:4321",
            "192.168.0.2:80",
        ] {
            assert!(!hosts.allow(host), "{host}");
        }
        assert_eq!(hosts.url(), "http://127.0.0.1:4321/");
    }

    #[test]
    fn a_port_in_use_is_passed_over() {
        let local = IpAddr::from(Ipv4Addr::LOCALHOST);
        let first = listen(local, 0).unwrap();
        let port = first.local_addr().unwrap().port();
        let second = listen(local, port).unwrap();
        assert!(second.local_addr().unwrap().port() > port);
    }
}
