//! Recipients and identities of age that a quantum computer does not open either: `age1pq1…` and `AGE-SECRET-KEY-PQ-1…`.
//!
//! The `age` crate 0.12.1 has no such type (str4d/rage 632): this is to be replaced by its own as soon as there is one. It is
//! built on the crate's public traits, by C2SP's age specification.

use crate::x_wing::XWing;
use age::{DecryptError, EncryptError, Identity, Recipient};
use age_core::format::{FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::{Deserializable, HpkeError, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal};
use rand_core::OsRng;
use std::collections::HashSet;

/// The name of the stanza, and what is mixed into its key.
const TAG: &str = "mlkem768x25519";
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
/// A file key, and its authentication.
const BODY: usize = 16 + 16;
/// Recipients with this label are only taken with their like.
const LABEL: &str = "postquantum";

/// A public key.
#[derive(Clone, Debug)]
pub struct HybridRecipient(<XWing as Kem>::PublicKey);

/// A private key.
pub struct HybridIdentity(<XWing as Kem>::PrivateKey);

impl Recipient for HybridRecipient {
    fn wrap_file_key(&self, file_key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let key = file_key.expose_secret();
        let (sent, body) = single_shot_seal::<ChaCha20Poly1305, HkdfSha256, XWing, _>(
            &OpModeS::Base,
            &self.0,
            INFO,
            key,
            b"",
            &mut OsRng,
        )
        .map_err(|error| EncryptError::Io(std::io::Error::other(error.to_string())))?;
        let stanza = Stanza { tag: TAG.to_owned(), args: vec![STANDARD_NO_PAD.encode(sent.to_bytes())], body };
        Ok((vec![stanza], HashSet::from([LABEL.to_owned()])))
    }
}

impl Identity for HybridIdentity {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        if stanza.tag != TAG {
            return None;
        }
        let malformed = || Some(Err(DecryptError::InvalidHeader));
        let [sent] = &stanza.args[..] else { return malformed() };
        let sent = STANDARD_NO_PAD.decode(sent).ok().and_then(|sent| Deserializable::from_bytes(&sent).ok());
        let Some(sent) = sent.filter(|_| stanza.body.len() == BODY) else { return malformed() };
        let opened = single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.0,
            &sent,
            INFO,
            &stanza.body,
            b"",
        );
        match opened {
            Ok(key) => Some(Ok(FileKey::new(Box::new(key.try_into().ok()?)))),
            // A share that no honest sender makes.
            Err(HpkeError::ValidationError) => malformed(),
            // Somebody else's.
            Err(_) => None,
        }
    }
}
