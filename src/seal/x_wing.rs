//! X-Wing, the hybrid key encapsulation of ML-KEM-768 and X25519 (draft-connolly-cfrg-xwing-kem), as `hpke` takes one.
//!
//! The crate `x-wing` cannot stand beside `age` 0.12.1: it wants `kem` 0.3.0, and age's own `ml-kem` 0.2 wants 0.3.0-pre.0, of
//! which Cargo takes one alone. So the two primitives of age's own graph are put together here, by the draft's 40 lines.

use hpke::generic_array::typenum::{Sum, U32, U64, U192, U1024};
use hpke::generic_array::{ArrayLength, GenericArray};
use hpke::kem::SharedSecret;
use hpke::rand_core::{CryptoRng, RngCore};
use hpke::{Deserializable, HpkeError, Serializable};
use ml_kem::kem::{Decapsulate, DecapsulationKey, EncapsulationKey};
use ml_kem::{B32, EncapsulateDeterministic, EncodedSizeUser, KemCore, MlKem768, MlKem768Params};
use sha3::digest::{ExtendableOutput, Update, XofReader};
use sha3::{Digest, Sha3_256, Shake256};
use x25519_dalek::{PublicKey, SharedSecret as CurveSecret, StaticSecret};
use zeroize::Zeroize;

/// A public key: that of ML-KEM-768 and that of X25519, 1216 bytes.
type PublicSize = Sum<U1024, U192>;
/// What is sent: a ciphertext and a share, 1120 bytes.
type SharedSize = Sum<Sum<U1024, U64>, U32>;

/// How much of either is of ML-KEM-768.
const PUBLIC_LATTICE: usize = 1184;
const SHARED_LATTICE: usize = 1088;

/// That of ML-KEM.
const MODULUS: u16 = 3329;

/// The draft's label.
const LABEL: &[u8] = b"\\.//^\\";

/// Bytes of a size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bytes<N: ArrayLength<u8>>(GenericArray<u8, N>);

impl<N: ArrayLength<u8>> Serializable for Bytes<N> {
    type OutputSize = N;

    fn write_exact(&self, out: &mut [u8]) {
        out.copy_from_slice(&self.0);
    }
}

impl<N: ArrayLength<u8>> Deserializable for Bytes<N> {
    fn from_bytes(bytes: &[u8]) -> Result<Self, HpkeError> {
        if bytes.len() == N::to_usize() {
            Ok(Self(GenericArray::clone_from_slice(bytes)))
        } else {
            Err(HpkeError::IncorrectInputLength(N::to_usize(), bytes.len()))
        }
    }
}

/// The key encapsulation, number 0x647a of HPKE.
#[derive(Debug)]
pub(crate) enum XWing {}

/// What a private key, which is a seed of 32 bytes, stands for.
struct Expanded {
    decapsulates: DecapsulationKey<MlKem768Params>,
    encapsulates: EncapsulationKey<MlKem768Params>,
    secret: StaticSecret,
    public: PublicKey,
}

fn expanded(seed: &[u8]) -> Expanded {
    let mut hash = Shake256::default();
    hash.update(seed);
    let mut reader = hash.finalize_xof();
    let mut next = || {
        let mut part = [0; 32];
        reader.read(&mut part);
        part
    };
    let [mut first, mut second]: [B32; 2] = [next().into(), next().into()];
    let (decapsulates, encapsulates) = MlKem768::generate_deterministic(&first, &second);
    first.as_mut_slice().zeroize();
    second.as_mut_slice().zeroize();
    let secret = StaticSecret::from(next());
    let public = PublicKey::from(&secret);
    Expanded { decapsulates, encapsulates, secret, public }
}

fn combined(
    lattice: &[u8],
    curve: &CurveSecret,
    share: &PublicKey,
    public: &PublicKey,
) -> SharedSecret<XWing> {
    let mut hash = Sha3_256::new();
    for part in [lattice, curve.as_bytes(), share.as_bytes(), public.as_bytes(), LABEL] {
        Digest::update(&mut hash, part);
    }
    SharedSecret(hash.finalize())
}

fn point(bytes: &[u8]) -> Result<PublicKey, HpkeError> {
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| HpkeError::ValidationError)?;
    Ok(PublicKey::from(bytes))
}

impl XWing {
    /// Whether a public key is one that somebody may have made: each number of its lattice half is below the modulus (FIPS 203,
    /// 7.2), and its point is not one that gives everybody the same secret.
    pub(crate) fn is_sound(key: &Bytes<PublicSize>) -> bool {
        let is_shared =
            |point: PublicKey| StaticSecret::from([1; 32]).diffie_hellman(&point).was_contributory();
        // Two numbers of 12 bits stand in three bytes; what comes after them is a seed.
        let mut numbers = key.0[..PUBLIC_LATTICE - 32].as_chunks::<3>().0.iter();
        let is_below = |[low, both, high]: &[u8; 3]| {
            let (low, both, high) = (u16::from(*low), u16::from(*both), u16::from(*high));
            (low | (both & 0xf) << 8) < MODULUS && (both >> 4 | high << 4) < MODULUS
        };
        numbers.all(is_below) && point(&key.0[PUBLIC_LATTICE..]).is_ok_and(is_shared)
    }
}

impl hpke::Kem for XWing {
    type PublicKey = Bytes<PublicSize>;
    type PrivateKey = Bytes<U32>;
    type EncappedKey = Bytes<SharedSize>;
    type NSecret = U32;

    const KEM_ID: u16 = 0x647a;

    fn sk_to_pk(secret: &Self::PrivateKey) -> Self::PublicKey {
        let key = expanded(&secret.0);
        let mut bytes = key.encapsulates.as_bytes().to_vec();
        bytes.extend(key.public.as_bytes());
        Bytes(GenericArray::clone_from_slice(&bytes))
    }

    fn derive_keypair(seed: &[u8]) -> (Self::PrivateKey, Self::PublicKey) {
        let secret = Bytes(GenericArray::clone_from_slice(seed));
        let public = Self::sk_to_pk(&secret);
        (secret, public)
    }

    fn decap(
        secret: &Self::PrivateKey,
        _: Option<&Self::PublicKey>,
        sent: &Self::EncappedKey,
    ) -> Result<SharedSecret<Self>, HpkeError> {
        let key = expanded(&secret.0);
        let (lattice, curve) = sent.0.split_at(SHARED_LATTICE);
        let share = point(curve)?;
        let curve = key.secret.diffie_hellman(&share);
        // A share of low order gives everybody the same secret: age refuses it (the vector `hybrid_low_order`).
        if !curve.was_contributory() {
            return Err(HpkeError::ValidationError);
        }
        let lattice = lattice.try_into().map_err(|_| HpkeError::DecapError)?;
        let lattice = key.decapsulates.decapsulate(&lattice).map_err(|()| HpkeError::DecapError)?;
        Ok(combined(&lattice, &curve, &share, &key.public))
    }

    fn encap<R: CryptoRng + RngCore>(
        to: &Self::PublicKey,
        _: Option<(&Self::PrivateKey, &Self::PublicKey)>,
        random: &mut R,
    ) -> Result<(SharedSecret<Self>, Self::EncappedKey), HpkeError> {
        let (lattice, curve) = to.0.split_at(PUBLIC_LATTICE);
        let lattice = lattice.try_into().map_err(|_| HpkeError::EncapError)?;
        let (lattice, public) = (EncapsulationKey::<MlKem768Params>::from_bytes(&lattice), point(curve)?);
        let [mut message, mut secret] = [[0; 32]; 2];
        random.fill_bytes(&mut message);
        random.fill_bytes(&mut secret);
        let mut message: B32 = message.into();
        let sealed = lattice.encapsulate_deterministic(&message);
        message.as_mut_slice().zeroize();
        let (sent, shared) = sealed.map_err(|()| HpkeError::EncapError)?;
        let secret = StaticSecret::from(secret);
        let share = PublicKey::from(&secret);
        let curve = secret.diffie_hellman(&public);
        let mut bytes = sent.to_vec();
        bytes.extend(share.as_bytes());
        Ok((combined(&shared, &curve, &share, &public), Bytes(GenericArray::clone_from_slice(&bytes))))
    }
}
