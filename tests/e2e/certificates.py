# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate authority for one test, and what it and a stranger sign."""
import datetime
import ipaddress
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = datetime.timedelta(days=1)


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


class Authority:
    def __init__(self, folder, title="Test CA"):
        self.folder, self.title = folder, title
        folder.mkdir(exist_ok=True)
        self.key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.datetime.utcnow()
        self.certificate = (
            x509.CertificateBuilder().subject_name(name(title)).issuer_name(name(title)).public_key(self.key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(now - 30 * DAY).not_valid_after(now + 300 * DAY)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(self.key, hashes.SHA256()))
        self.file = folder / (title.replace(" ", "-") + ".pem")
        self.file.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, title="server", names=("localhost",), addresses=("127.0.0.1",), days=(-1, 200)):
        """(certificate file, key file), valid from the first to the second of `days` from now on."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.datetime.utcnow()
        alternatives = [x509.DNSName(each) for each in names]
        alternatives += [x509.IPAddress(ipaddress.ip_address(each)) for each in addresses]
        certificate = (
            x509.CertificateBuilder().subject_name(name(title)).issuer_name(self.certificate.subject)
            .public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now + days[0] * DAY).not_valid_after(now + days[1] * DAY)
            .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
            .sign(self.key, hashes.SHA256()))
        certificate_file, key_file = self.folder / f"{title}.pem", self.folder / f"{title}.key"
        certificate_file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + self.file.read_bytes())
        key_file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                               serialization.NoEncryption()))
        key_file.chmod(0o600)
        return certificate_file, key_file


def server_context(files):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context
