//! Recipients and identities of age that a quantum computer does not open either: `age1pq1..` and `AGE-SECRET-KEY-PQ-1..`.
//!
//! The `age` crate 0.12.1 has no such type (str4d/rage 632): this is to be replaced by its own as soon as there is one. It is
//! built on the crate's public traits and on `age-core`, by C2SP's specification of age, and passes its vectors.

use crate::x_wing::XWing;
use age::{DecryptError, EncryptError, Identity, Recipient};
use age_core::format::{FileKey, Stanza};
use age_core::primitives::{bech32_decode, bech32_encode, hpke_open, hpke_seal};
use age_core::secrecy::ExposeSecret;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use bech32::Hrp;
use drive_screening_core::base::secret::Secret;
use hpke::{Deserializable, HpkeError, Kem, Serializable};
use rand_core::OsRng;
use std::collections::HashSet;

/// The name of the stanza, and what is mixed into its key.
const TAG: &str = "mlkem768x25519";
const INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
/// A file key, and its authentication.
const BODY: usize = 16 + 16;
/// Recipients with this label are only taken with their like.
const LABEL: &str = "postquantum";

const PUBLIC: Hrp = Hrp::parse_unchecked("age1pq");
const SECRET: Hrp = Hrp::parse_unchecked("AGE-SECRET-KEY-PQ-");

/// A public key.
#[derive(Clone, Debug)]
pub(crate) struct HybridRecipient(<XWing as Kem>::PublicKey);

/// A private key.
pub(crate) struct HybridIdentity(<XWing as Kem>::PrivateKey);

impl HybridRecipient {
    /// Reads `age1pq1..`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let key = Self(Deserializable::from_bytes(&decoded(text, PUBLIC)?).ok()?);
        XWing::is_sound(&key.0).then_some(key)
    }

    /// As it is written.
    pub(crate) fn text(&self) -> String {
        bech32_encode(PUBLIC, &self.0.to_bytes())
    }
}

impl HybridIdentity {
    /// A new one.
    pub(crate) fn generate() -> Self {
        Self(XWing::gen_keypair(&mut OsRng).0)
    }

    /// Reads `AGE-SECRET-KEY-PQ-1..`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let seed = Secret::from(decoded(text, SECRET)?);
        Some(Self(Deserializable::from_bytes(seed.bytes()).ok()?))
    }

    /// As it is written.
    pub(crate) fn text(&self) -> Secret {
        let mut text = bech32_encode(SECRET, &self.0.to_bytes());
        text.make_ascii_uppercase();
        Secret::from(text)
    }

    /// The public half.
    pub(crate) fn to_public(&self) -> HybridRecipient {
        HybridRecipient(XWing::sk_to_pk(&self.0))
    }
}

/// The bytes of a key, if its text begins so, with letters of that size.
fn decoded(text: &str, begins: Hrp) -> Option<Vec<u8>> {
    if !text.starts_with(begins.as_str()) {
        return None;
    }
    let is_ours = |found: Hrp| (found == begins).then_some(()).ok_or(());
    bech32_decode(text, |_| (), is_ours, |_, bytes| Ok(bytes.collect())).ok()
}

impl Recipient for HybridRecipient {
    fn wrap_file_key(&self, file_key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let (sent, body) = hpke_seal::<XWing, _>(&self.0, INFO, file_key.expose_secret(), &mut OsRng);
        let stanza =
            Stanza { tag: TAG.to_owned(), args: vec![STANDARD_NO_PAD.encode(sent.to_bytes())], body };
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
        match hpke_open::<XWing>(&sent, &self.0, INFO, &stanza.body) {
            Ok(key) => Some(Ok(FileKey::new(Box::new(key.try_into().ok()?)))),
            // A share that no honest sender makes.
            Err(HpkeError::ValidationError) => malformed(),
            // Somebody else's.
            Err(_) => None,
        }
    }
}
